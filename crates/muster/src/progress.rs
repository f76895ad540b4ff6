//! Progress on standard error: a bar for somebody at a terminal, nothing otherwise.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar for so many steps under a title.
pub fn bar(title: &str, steps: u64) -> ProgressBar {
    let bar = ProgressBar::new(steps);
    let style = ProgressStyle::with_template("{msg:<42} {bar:32} {percent:>3} %  {pos}/{len}")
        .expect("the template is fixed and valid");
    bar.set_style(style.progress_chars("━╸ "));
    bar.set_message(title.to_owned());
    bar
}

/// A sign of life for work whose steps cannot be counted.
pub fn spinner(title: &str) -> ProgressBar {
    let spinner = ProgressBar::new_spinner();
    spinner.set_message(title.to_owned());
    spinner.enable_steady_tick(std::time::Duration::from_millis(120));
    spinner
}
