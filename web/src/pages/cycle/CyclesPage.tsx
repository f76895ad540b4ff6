export function CyclesPage() { return <div className="page" />; }
