//! A small static host for one folder, as a person's own would be: under any base path, with
//! validators, a content policy and nothing else. It answers GET and HEAD, one request per
//! connection, so that stopping it stops everything at once.

mod files;

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use self::files::{content_type, decode, inside, validator};

/// The content policy: the same words in the header and in the pages' meta.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data: blob:; worker-src 'self'; manifest-src 'self'; \
    font-src 'self'; base-uri 'none'; form-action 'none'";

/// The same as it is served: no other page may show this one inside itself, which only a header can say.
fn served_policy() -> String {
    format!("{POLICY}; frame-ancestors 'none'")
}

/// How long a connection may stay silent before it is closed.
const SILENCE: Duration = Duration::from_secs(10);

/// The longest request head that is read, in bytes.
const HEAD_LIMIT: u64 = 64 * 1024;

/// A running server; dropping it closes the port.
#[derive(Debug)]
pub struct StaticServer {
    /// The port it listens on, on 127.0.0.1.
    pub port: u16,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    /// Begins and ends with a slash.
    base: String,
    stopped: AtomicBool,
    /// "METHOD path" of each request, in order.
    requests: Mutex<Vec<String>>,
}

impl StaticServer {
    /// Serves the folder's files under `base` (such as `/` or `/team/hepai/`).
    ///
    /// Port 0 takes a free one. A stopped server's port can be taken again at once.
    pub fn start(folder: &Path, base: &str, port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared {
            folder: folder.to_path_buf(),
            base: normal_base(base),
            stopped: AtomicBool::new(false),
            requests: Mutex::new(Vec::new()),
        });
        let own = Arc::clone(&shared);
        let thread = std::thread::spawn(move || accept(&listener, &own));
        Ok(Self {
            port,
            shared,
            thread: Some(thread),
        })
    }

    /// The address of the app's start page.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.shared.base)
    }

    /// What has been asked for so far, as "GET /path".
    pub fn requests(&self) -> Vec<String> {
        self.shared
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Waits until the server ends, which it does not by itself.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread ends with the program; how is of no interest.
            let _ = thread.join();
        }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits in `accept`.
        let _ = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn normal_base(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let own = Arc::clone(shared);
        // A connection that breaks concerns only its client.
        std::thread::spawn(move || drop(answer(stream, &own)));
    }
}

fn answer(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(HEAD_LIMIT));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.trim().to_ascii_lowercase(), value.trim().to_owned());
        }
    }
    let mut words = first.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(());
    };
    if shared.stopped.load(Ordering::SeqCst) {
        return Ok(());
    }
    let mut requests = shared
        .requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    requests.push(format!("{method} {target}"));
    drop(requests);
    let reply = match method {
        "GET" | "HEAD" => reply(
            shared,
            target,
            headers.get("if-none-match").map(String::as_str),
        ),
        _ => Reply::plain(405, "only GET and HEAD"),
    };
    reply.write(stream, method == "HEAD")
}

struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    fn plain(status: u16, text: &str) -> Self {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        Self {
            status,
            headers,
            body: text.as_bytes().to_vec(),
        }
    }

    fn redirect(target: String) -> Self {
        let mut reply = Self::plain(301, "moved");
        reply.headers.push(("Location", target));
        reply
    }

    fn write(&self, mut stream: TcpStream, head_only: bool) -> std::io::Result<()> {
        let reason = match self.status {
            200 => "OK",
            301 => "Moved Permanently",
            304 => "Not Modified",
            404 => "Not Found",
            _ => "Error",
        };
        let mut head = format!("HTTP/1.1 {} {reason}\r\nConnection: close\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if self.status != 304 {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        head.push_str("X-Content-Type-Options: nosniff\r\n\r\n");
        stream.write_all(head.as_bytes())?;
        if !head_only {
            stream.write_all(&self.body)?;
        }
        stream.flush()
    }
}

fn reply(shared: &Shared, target: &str, known: Option<&str>) -> Reply {
    let (path, query) = target
        .split_once('?')
        .map_or((target, None), |(path, query)| (path, Some(query)));
    if format!("{path}/") == shared.base {
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        return Reply::redirect(format!("{}{query}", shared.base));
    }
    let Some(inner) = path.strip_prefix(&shared.base) else {
        return Reply::plain(404, "not under the base path");
    };
    let Some(relative) = decode(inner).and_then(|name| inside(&name)) else {
        return Reply::plain(404, "no such file");
    };
    let mut file = shared.folder.join(relative);
    if file.is_dir() {
        if !path.ends_with('/') {
            return Reply::redirect(format!("{path}/"));
        }
        file.push("index.html");
    }
    let body = match std::fs::read(&file) {
        Ok(body) => body,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            return Reply::plain(403, "not readable");
        }
        Err(_) => return Reply::plain(404, "no such file"),
    };
    let validator = validator(&body);
    let mut headers = vec![
        ("Content-Type", content_type(&file).to_owned()),
        ("ETag", validator.clone()),
        // Never "immutable": a file's name does not cover all of its content.
        ("Cache-Control", "no-cache".to_owned()),
        ("Content-Security-Policy", served_policy()),
    ];
    if known.is_some_and(|known| known.split(',').any(|one| one.trim() == validator)) {
        headers.retain(|(name, _)| *name != "Content-Type");
        return Reply {
            status: 304,
            headers,
            body: Vec::new(),
        };
    }
    Reply {
        status: 200,
        headers,
        body,
    }
}

#[cfg(test)]
mod tests;
