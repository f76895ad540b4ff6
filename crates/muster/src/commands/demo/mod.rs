//! `muster demo`: a synthetic service, made once and served with a sign-in for every role.

mod browser;
mod build;

use std::io::IsTerminal;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use muster_domain::access::Role;
use muster_journal::Location;
use muster_server::http::{DemoSignIn, Settings as Serving};
use muster_server::vault::Vault;
use muster_synthetic::{Settings, demo_accounts};
use serde::Serialize;
use tokio::net::TcpListener;

use super::calibration::Made;
use super::serve::{PORT, until_stopped};
use crate::installation::{Installation, Place};
use crate::output::{Output, table};

/// Make a synthetic service and serve it with a sign-in for every role
///
/// The database is made once and used again as long as seed, scale and today are the same. All people, billets, tours
/// and case loads in it are synthetic; country figures are public and name their source.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster demo
  muster demo --scale 0.1 --seed 7 --fresh
  muster demo --db small.db --seed 1 --scale 0.05 --no-serve")]
pub struct Args {
    /// Where to keep it: a file, or postgres://user@host/name
    #[arg(long, default_value = "demo/muster.db", value_name = "FILE|URL")]
    db: Location,
    #[command(flatten)]
    made: Made,
    /// Make it anew, whatever demo is there
    #[arg(long)]
    fresh: bool,
    /// Make the database and exit
    #[arg(long)]
    no_serve: bool,
    /// Port to serve on [default: 8080, or a free one where that is taken]
    #[arg(long)]
    port: Option<u16>,
    /// Do not open the browser
    #[arg(long)]
    no_open: bool,
}

/// The password of every demo account.
const PASSWORD: &str = "muster-demo";

/// What every page and export of a demo is marked with.
const MARKING: &str = "UNCLASSIFIED // SYNTHETIC";

#[derive(Serialize)]
struct Told {
    db: String,
    #[serde(flatten)]
    settings: Settings,
    position: muster_domain::Position,
    people: usize,
    billets: usize,
    offices: usize,
    address: Option<String>,
    sign_ins: Vec<DemoSignIn>,
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let settings = args.made.settings()?;
    // before the minute of making it: a port that is taken is said at once
    let listener = if args.no_serve { None } else { Some(listen(args.port, output).await?) };
    let installation = open_or_build(&args, &settings, output).await?;
    let sign_ins = sign_ins(&installation).await?;
    let world = installation.world();
    let address =
        listener.as_ref().map(TcpListener::local_addr).transpose()?.map(|address| format!("http://{address}"));
    let told = Told {
        db: args.db.to_string(),
        settings,
        position: world.position,
        people: world.people.len(),
        billets: world.billets.len(),
        offices: world.offices.len(),
        address: address.clone(),
        sign_ins: sign_ins.clone(),
    };
    drop(world);
    output.show(&told, text)?;
    let (Some(listener), Some(address)) = (listener, address) else {
        installation.close().await;
        return Ok(());
    };
    if !args.no_open && std::io::stdout().is_terminal() {
        browser::open(&address);
    }
    let serving = Serving { marking: MARKING.to_owned(), demo: sign_ins, secure_cookie: false };
    until_stopped(installation, listener, serving, None, output).await
}

/// The port asked for, else the usual one, else any.
async fn listen(port: Option<u16>, output: Output) -> anyhow::Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).await.with_context(|| format!("Cannot listen on port {port}. Choose another with --port"));
    }
    match bind(PORT).await {
        Ok(listener) => Ok(listener),
        Err(_) => {
            output.say(format!("Port {PORT} is taken; using a free one."))?;
            bind(0).await.context("Cannot listen on any port of this machine")
        }
    }
}

/// What is there if it is this very demo; a new one where nothing is, or with `--fresh`.
async fn open_or_build(args: &Args, settings: &Settings, output: Output) -> anyhow::Result<Installation> {
    let place = Place { db: args.db.clone(), today: None };
    if let Location::Sqlite(path) = &args.db {
        if args.fresh && path.exists() {
            remove(&place, path).await?;
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).with_context(|| format!("Cannot make the folder {}", folder.display()))?;
        }
    }
    let installation = place.open_or_create().await?;
    match (&installation.synthetic, installation.world().position.0) {
        (None, 0) => {}
        (None, _) => {
            installation.close().await;
            bail!("{} holds something else than a demo, which is left alone. Name another place with --db", args.db);
        }
        (Some(there), _) if there == settings && !args.fresh => {}
        (Some(_), _) if args.fresh => {
            installation.close().await;
            bail!("{} already holds a demo, and only a file can be replaced. Empty the database first", args.db);
        }
        (Some(there), _) => {
            let there = *there;
            installation.close().await;
            bail!("{} holds another demo ({there}). Replace it with --fresh, or name another place with --db", args.db);
        }
    }
    if build::is_whole(&installation.world()) {
        return Ok(installation);
    }
    installation.close().await;
    output.say(format!("Making a synthetic service ({settings}) in {} …", args.db))?;
    build::build(&args.db, settings).await?;
    place.open().await
}

/// Removes a demo's files; anything else is left alone.
async fn remove(place: &Place, path: &Path) -> anyhow::Result<()> {
    let installation = place.open().await?;
    let (synthetic, position) = (installation.synthetic.is_some(), installation.world().position.0);
    installation.close().await;
    if !synthetic && position > 0 {
        bail!("{} holds something else than a demo, which is left alone. Name another place with --db", path.display());
    }
    let vault = Vault::beside(path);
    for file in [path, &vault] {
        for end in ["", "-wal", "-shm"] {
            let mut name = file.as_os_str().to_owned();
            name.push(end);
            let name = PathBuf::from(name);
            if name.exists() {
                std::fs::remove_file(&name).with_context(|| format!("Cannot remove {}", name.display()))?;
            }
        }
    }
    Ok(())
}

/// A sign-in for every demo account, its password set where it has none.
async fn sign_ins(installation: &Installation) -> anyhow::Result<Vec<DemoSignIn>> {
    let vault = installation.desk.vault();
    let mut list = Vec::new();
    for account in demo_accounts(&installation.world()) {
        if !vault.has_password(account.account).await? {
            vault.set_password(account.account, PASSWORD).await?;
        }
        list.push(DemoSignIn {
            sign_in: account.sign_in,
            password: PASSWORD.to_owned(),
            name: account.name,
            role: Role::definition(account.role).title.to_owned(),
        });
    }
    Ok(list)
}

fn text(told: &Told) -> String {
    let made = format!(
        "{}: {} people, {} billets, {} offices, today is {}. All of it is synthetic.",
        told.db, told.people, told.billets, told.offices, told.settings.today
    );
    let Some(address) = &told.address else { return made };
    let rows =
        told.sign_ins.iter().map(|one| [one.sign_in.clone(), one.password.clone(), one.name.clone(), one.role.clone()]);
    let sign_ins = table(["sign-in", "password", "who", "role"], rows);
    format!("{made}\n\n{sign_ins}\n\nServing {address} (Ctrl-C stops)")
}
