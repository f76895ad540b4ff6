//! A line to PostgreSQL that can be cut around a commit.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use muster_journal::Location;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// When the line is cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cut {
    /// Never.
    Nothing,
    /// The server never hears the commit.
    BeforeCommit,
    /// The server answers the commit and the answer is lost.
    AfterCommit,
}

pub struct Proxy {
    location: Location,
    cut: Arc<AtomicU8>,
}

impl Proxy {
    /// Listens on a port of its own for a server that is reached over TCP.
    pub async fn before(server: &Location) -> Self {
        let Location::Postgres(url) = server else { panic!("only PostgreSQL is reached over a line") };
        let address = url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
        let address = address.rsplit('@').next().unwrap().to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = listener.local_addr().unwrap().to_string();
        let location = Location::Postgres(url.replacen(&address, &here, 1));
        let cut = Arc::new(AtomicU8::new(Cut::Nothing as u8));
        let (set, upstream) = (cut.clone(), address);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                if let Ok(server) = TcpStream::connect(&upstream).await {
                    tokio::spawn(carry(client, server, set.clone()));
                }
            }
        });
        Self { location, cut }
    }

    pub fn location(&self) -> &Location {
        &self.location
    }

    pub fn cut(&self, cut: Cut) {
        self.cut.store(cut as u8, Ordering::SeqCst);
    }
}

/// Carries bytes both ways until an end closes or the line is cut.
async fn carry(mut client: TcpStream, mut server: TcpStream, cut: Arc<AtomicU8>) {
    let (mut sent, mut answered) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        tokio::select! {
            count = client.read(&mut sent) => {
                let Ok(count @ 1..) = count else { return };
                let commit = sent[..count].windows(6).any(|word| word == b"COMMIT");
                let cut = cut.load(Ordering::SeqCst);
                if commit && cut == Cut::BeforeCommit as u8 {
                    return;
                }
                if server.write_all(&sent[..count]).await.is_err() {
                    return;
                }
                if commit && cut == Cut::AfterCommit as u8 {
                    drop(server.read(&mut answered).await);
                    return;
                }
            }
            count = server.read(&mut answered) => {
                let Ok(count @ 1..) = count else { return };
                if client.write_all(&answered[..count]).await.is_err() {
                    return;
                }
            }
        }
    }
}
