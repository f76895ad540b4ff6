export function PersonPage() { return <div className="page" />; }
