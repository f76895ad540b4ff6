import { createTheme, type MantineColorsTuple } from "@mantine/core";

const SYSTEM = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif';

const steel: MantineColorsTuple = [
  "#eef4f9", "#dbe7f1", "#b7cfe3", "#8fb4d3", "#6b9bc3", "#4a83b1", "#346d9c", "#235884", "#1a486f", "#123654",
];

/** Small, square-cornered, quiet. Colours of meaning live in `styles/base.css`. */
export const theme = createTheme({
  fontFamily: SYSTEM,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  headings: { fontFamily: SYSTEM, fontWeight: "600" },
  colors: { steel },
  primaryColor: "steel",
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 3,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "xs" } },
    TextInput: { defaultProps: { size: "xs" } },
    Textarea: { defaultProps: { size: "xs" } },
    NumberInput: { defaultProps: { size: "xs" } },
    NativeSelect: { defaultProps: { size: "xs" } },
    Checkbox: { defaultProps: { size: "xs" } },
    SegmentedControl: { defaultProps: { size: "xs" } },
    Drawer: { defaultProps: { position: "right", size: "lg", transitionProps: { duration: 120 } } },
  },
});
