export function LeversPage() { return <div className="page" />; }
