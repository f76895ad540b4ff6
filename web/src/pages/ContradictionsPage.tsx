export function ContradictionsPage() { return <div className="page" />; }
