use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;

use super::StaticServer;

/// A folder with a page and a file beside it that must not be served.
fn folder(name: &str) -> PathBuf {
    let outer = std::env::temp_dir().join(format!("hepai-serve-{name}-{}", std::process::id()));
    let inner = outer.join("dist");
    std::fs::create_dir_all(inner.join("snippets")).expect("a temporary folder");
    std::fs::write(inner.join("index.html"), "<p>page").expect("a temporary file");
    std::fs::write(outer.join("secret.txt"), "secret").expect("a temporary file");
    inner
}

/// The whole answer to a request with these lines.
fn ask(port: u16, lines: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    stream
        .write_all(format!("{lines}\r\n\r\n").as_bytes())
        .expect("it reads");
    let mut text = String::new();
    stream
        .read_to_string(&mut text)
        .expect("it answers in text");
    text
}

#[test]
fn the_base_path_without_its_slash_is_redirected() {
    let server = StaticServer::start(&folder("base"), "team/hepai", 0).expect("a free port");
    let answer = ask(server.port, "GET /team/hepai HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 301 "), "{answer}");
    assert!(answer.contains("Location: /team/hepai/\r\n"), "{answer}");
    assert!(ask(server.port, "GET /team/hepai/ HTTP/1.1").ends_with("<p>page"));
    assert!(ask(server.port, "GET /index.html HTTP/1.1").starts_with("HTTP/1.1 404 "));
}

#[test]
fn a_known_validator_gets_304_and_a_policy_comes_with_each_file() {
    let server = StaticServer::start(&folder("etag"), "/", 0).expect("a free port");
    let answer = ask(server.port, "GET / HTTP/1.1");
    assert!(
        answer.contains("Content-Security-Policy: default-src 'none'"),
        "{answer}"
    );
    assert!(
        answer.contains("; frame-ancestors 'none'\r\n"),
        "no other page may show it inside itself: {answer}"
    );
    let tag = answer
        .lines()
        .find_map(|line| line.strip_prefix("ETag: "))
        .expect("a validator");
    let again = ask(
        server.port,
        &format!("GET /index.html HTTP/1.1\r\nIf-None-Match: {tag}"),
    );
    assert!(again.starts_with("HTTP/1.1 304 "), "{again}");
    assert!(!again.contains("<p>page"));
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let server = StaticServer::start(&folder("outside"), "/", 0).expect("a free port");
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/snippets/../../secret.txt",
        "//etc/passwd",
        "/%2Fetc/passwd",
    ] {
        let answer = ask(server.port, &format!("GET {path} HTTP/1.1"));
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
    }
}

#[test]
fn a_stopped_server_refuses_and_its_port_can_be_taken_again() {
    let folder = folder("again");
    let server = StaticServer::start(&folder, "/", 0).expect("a free port");
    let port = server.port;
    assert!(
        StaticServer::start(&folder, "/", port).is_err(),
        "the port is busy"
    );
    assert!(ask(port, "GET / HTTP/1.1").starts_with("HTTP/1.1 200 "));
    drop(server);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    let server = StaticServer::start(&folder, "/", port).expect("the same port");
    assert!(ask(server.port, "GET / HTTP/1.1").starts_with("HTTP/1.1 200 "));
    assert_eq!(
        server.requests(),
        ["GET / HTTP/1.1"].map(|line| line.replace(" HTTP/1.1", ""))
    );
}
