//! `muster serve`: the API and the pages over one database, until it is asked to stop.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use anyhow::Context;
use muster_server::http::{App, Settings, serve};
use muster_server::mail::{MailSettings, Mailer};
use tokio::net::TcpListener;

use crate::installation::{Installation, Place};
use crate::output::Output;

/// Serve the pages and the API over a database
///
/// Stops on Ctrl-C or SIGTERM: answers under way are finished, a snapshot is stored for a fast start. `GET /healthz`
/// answers 200 when it is ready.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster serve --db muster.db
  muster serve --db postgres://muster@db.example/muster --listen 0.0.0.0 --port 80 --https")]
pub struct Args {
    #[command(flatten)]
    place: Place,
    /// Port to listen on; 0 for any free one
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// Address to listen on: this machine only unless another is given
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_name = "ADDRESS")]
    listen: IpAddr,
    /// People reach it by https (through a proxy): the session cookie is then sent over TLS only
    #[arg(long)]
    https: bool,
    /// Handling marking on every page and export
    #[arg(long, default_value = "CUI")]
    marking: String,
    #[command(flatten)]
    mail: MailArgs,
}

/// Mail about what awaits an account. Without an SMTP server none is sent.
#[derive(Debug, clap::Args)]
struct MailArgs {
    /// SMTP server for mail about what awaits people, such as smtps://user:password@mail.example
    #[arg(long, env = "MUSTER_SMTP", hide_env_values = true, value_name = "URL", requires_all = ["mail_from", "pages"])]
    smtp: Option<String>,
    /// Sender of that mail
    #[arg(long, env = "MUSTER_MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// Where people reach the pages, for links in mail: https://muster.example
    #[arg(long, env = "MUSTER_PAGES", value_name = "URL")]
    pages: Option<String>,
}

impl MailArgs {
    fn settings(self, marking: &str) -> Option<MailSettings> {
        let marking = marking.to_owned();
        Some(MailSettings { smtp: self.smtp?, from: self.mail_from?, pages: self.pages?, marking })
    }
}

/// The port where no other is asked for.
pub const PORT: u16 = 8080;

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let listener = TcpListener::bind((args.listen, args.port)).await.with_context(|| {
        format!(
            "Cannot listen on {}:{}. Choose another port with --port, or 0 for any free one",
            args.listen, args.port
        )
    })?;
    let installation = args.place.open().await?;
    let mail = args.mail.settings(&args.marking);
    let mailer = mail
        .map(|settings| Mailer::new(installation.desk.clone(), installation.policy.clone(), settings))
        .transpose()?;
    let settings = Settings { marking: args.marking, demo: Vec::new(), secure_cookie: args.https };
    let address = listener.local_addr()?;
    announce(output, &installation, address)?;
    until_stopped(installation, listener, settings, mailer, output).await
}

fn announce(output: Output, installation: &Installation, address: SocketAddr) -> anyhow::Result<()> {
    let world = installation.world();
    let told = serde_json::json!({
        "address": format!("http://{address}"), "position": world.position, "today": installation.today(),
    });
    output.show(&told, |_| {
        let day = match (&installation.synthetic, installation.desk.clock().today()) {
            (Some(_), today) => format!(" Synthetic; today is {today}."),
            (None, _) => String::new(),
        };
        format!("Serving http://{address} at position {}.{day} Ctrl-C stops.", world.position)
    })
}

/// Serves until Ctrl-C or SIGTERM, then closes the database with a snapshot.
pub async fn until_stopped(
    installation: Installation,
    listener: TcpListener,
    settings: Settings,
    mailer: Option<Mailer>,
    output: Output,
) -> anyhow::Result<()> {
    let Installation { desk, policy, .. } = installation;
    let app = App::new(desk.clone(), policy, settings);
    let mailing = async {
        match mailer {
            Some(mailer) => mailer.run().await,
            None => std::future::pending().await,
        }
    };
    let served = tokio::select! {
        served = serve(listener, app, stop_asked()) => served,
        () = mailing => Ok(()),
    };
    output.say("Stopping.")?;
    desk.close().await;
    served.context("Serving ended")
}

/// Resolves when the process is asked to stop.
async fn stop_asked() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // without a handler the signal ends the process by itself
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
