export function SlatePage() { return <div className="page" />; }
