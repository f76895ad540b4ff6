export function OfficePage() { return <div className="page" />; }
