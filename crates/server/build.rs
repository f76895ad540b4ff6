//! Fingerprints the types a snapshot holds. A snapshot's bytes do not say what they mean, so one written by a program
//! with another World must not be read: the desk compares this fingerprint and rebuilds from the records instead.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let domain = Path::new("../domain/src");
    println!("cargo::rerun-if-changed={}", domain.display());
    // A release embeds the pages as they stand; a folder that is not there yet would count as changed each time.
    let pages = Path::new("../../web/dist");
    if pages.exists() {
        println!("cargo::rerun-if-changed={}", pages.display());
    }
    let mut files = Vec::new();
    collect(domain, &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        std::fs::read(&file)?.hash(&mut hasher);
    }
    println!("cargo::rustc-env=MUSTER_WORLD_SHAPE={:016x}", hasher.finish());
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
