import { ActionIcon, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";

import { addMonths, day, monthsBetween } from "../../parts/format";
import { Icon } from "../../shell/icons";

const BACK = -24;
const AHEAD = 36;
const BEAT = 800;

interface Props {
  today: string;
  on: string;
  onChange: (on: string) => void;
}

/** From two years back to three years ahead, a month a step; exact days by the field beside it. Space plays. */
export function DateSlider({ today, on, onChange }: Props) {
  const [playing, setPlaying] = useState(false);
  const offset = Math.max(BACK, Math.min(AHEAD, monthsBetween(today, on)));
  useEffect(() => {
    if (!playing) return;
    const beat = setTimeout(() => {
      if (offset >= AHEAD) setPlaying(false);
      else onChange(addMonths(today, offset + 1));
    }, BEAT);
    return () => clearTimeout(beat);
  }, [playing, offset, onChange, today]);

  return (
    <div className="date-slider">
      <ActionIcon
        variant="default"
        size="md"
        onClick={() => setPlaying(!playing)}
        aria-label={playing ? "Stop" : "Play month by month"}
      >
        <Icon name={playing ? "pause" : "play"} size={14} />
      </ActionIcon>
      <div className="track">
        <input
          type="range"
          min={BACK}
          max={AHEAD}
          step={1}
          value={offset}
          aria-label="Date of the picture, by month"
          aria-valuetext={day(on)}
          onChange={(event) => {
            setPlaying(false);
            onChange(addMonths(today, Number(event.currentTarget.value)));
          }}
          onKeyDown={(event) => {
            if (event.key !== " ") return;
            event.preventDefault();
            setPlaying(!playing);
          }}
        />
        <Ticks today={today} />
      </div>
      <TextInput
        type="date"
        className="exact"
        aria-label="Date of the picture, exactly"
        value={on}
        min={addMonths(today, BACK)}
        max={addMonths(today, AHEAD)}
        onChange={(event) => {
          if (event.currentTarget.value) onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}

function Ticks({ today }: { today: string }) {
  const all = Array.from({ length: AHEAD - BACK + 1 }, (_, index) => index + BACK);
  return (
    <div className="ticks" aria-hidden="true">
      <svg viewBox="0 0 600 9" preserveAspectRatio="none">
        {all.map((offset) => {
        const january = addMonths(today, offset).slice(5, 7) === "01";
        const x = ((offset - BACK) / (AHEAD - BACK)) * 600;
        return <line key={offset} x1={x} x2={x} y1={0} y2={january || offset === 0 ? 9 : 4} className={offset === 0 ? "now" : undefined} />;
      })}
      </svg>
      <TickLabels today={today} offsets={all} />
    </div>
  );
}

function TickLabels({ today, offsets }: { today: string; offsets: number[] }) {
  return (
    <div className="tick-labels">
        {offsets
          .filter((offset) => addMonths(today, offset).slice(5, 7) === "01")
          .map((offset) => (
            <span key={offset} style={{ left: `${((offset - BACK) / (AHEAD - BACK)) * 100}%` }}>
              {addMonths(today, offset).slice(0, 4)}
            </span>
          ))}
    </div>
  );
}
