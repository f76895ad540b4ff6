//! The pages: installing their packages and building them, each only when something changed.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::needs::Tool;
use crate::process::{program, root, run};

/// Where the pages live.
pub fn folder() -> PathBuf {
    root().join("web")
}

/// Installs the packages if they are not the locked ones. No package runs a script of its own.
pub fn install() -> anyhow::Result<()> {
    Tool::Node.find_or_offer()?;
    let lock = newest(&folder().join("package-lock.json"));
    if newest(&folder().join("node_modules/.package-lock.json")) < lock || lock.is_none() {
        println!("Installing the packages of the pages …");
        run(program("npm", &folder()).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Builds the pages if a source is newer than what was built.
pub fn build() -> anyhow::Result<()> {
    if is_current() {
        return Ok(());
    }
    install()?;
    println!("Building the pages …");
    run(program("npm", &folder()).args(["run", "--silent", "build"]))
}

/// Whether what was built is as new as every source.
pub fn is_current() -> bool {
    let built = newest(&folder().join("dist/index.html"));
    let sources = ["src", "build", "public", "index.html", "package-lock.json", "vite.config.ts", "tsconfig.json"];
    built.is_some() && sources.iter().all(|source| newest(&folder().join(source)) <= built)
}

/// When the file, or the newest file below the folder, was last changed; `None` where there is none.
fn newest(path: &Path) -> Option<SystemTime> {
    if path.is_dir() {
        let inside = std::fs::read_dir(path).ok()?.flatten();
        return inside.filter_map(|entry| newest(&entry.path())).max();
    }
    path.metadata().ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::newest;

    #[test]
    fn a_folder_is_as_new_as_its_newest_file_and_a_missing_one_is_older_than_all() {
        let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(newest(&here.join("src")) >= newest(&here.join("src/pages.rs")));
        assert!(newest(&here.join("nothing")) < newest(&here.join("src/pages.rs")));
    }
}
