import { Link } from "@tanstack/react-router";

export function NotFound() {
  return (
    <div className="page">
      <h1>Not found</h1>
      <p>
        There is no such page. <Link to="/">Go to the picture</Link>.
      </p>
    </div>
  );
}
