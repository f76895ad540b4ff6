export function CyclePage() { return <div className="page" />; }
