//! A page that stands inside another one does not start, and says how it does.

use anyhow::{Result, ensure};
use browser_tests::{World, test, world};
use serde_json::json;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;

/// Serves a folder without any policy, as a careless host would, and a page that shows it inside itself.
fn careless_host(folder: &Path) -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let port = listener.local_addr()?.port();
    let folder = folder.to_path_buf();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A connection that breaks concerns only its client.
            let _ = serve(stream, &folder);
        }
    });
    Ok(port)
}

fn serve(mut stream: TcpStream, folder: &Path) -> Result<()> {
    let mut first = String::new();
    BufReader::new(stream.try_clone()?).read_line(&mut first)?;
    let path = first.split(' ').nth(1).unwrap_or("/");
    let path = path
        .split('?')
        .next()
        .unwrap_or("/")
        .trim_start_matches('/');
    let kind = match path.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        _ => "text/html; charset=utf-8",
    };
    let body = match path {
        "frame.html" => {
            b"<!DOCTYPE html><iframe src='./' width='900' height='600'></iframe>".to_vec()
        }
        "" => std::fs::read(folder.join("index.html"))?,
        path => std::fs::read(folder.join(path)).unwrap_or_default(),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)?;
    Ok(())
}

#[test]
fn inside_another_page_it_does_not_start_and_says_how_it_does() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/").await?;
        let port = careless_host(&world::dist()?)?;
        let session = person.session()?;
        session
            .goto(format!("http://127.0.0.1:{port}/frame.html"))
            .await?;
        let script = "const inside = document.querySelector('iframe')?.contentDocument;
            const framed = inside?.querySelector('[data-testid=framed]');
            return framed && [framed.innerText, framed.querySelector('a').target, inside.documentElement.dataset.ready ?? null];";
        let found = person.wait("the page to refuse", script, json!([])).await?;
        let said = found[0].as_str().unwrap_or_default();
        ensure!(
            said.contains("不启动") && said.contains("does not start"),
            "{said}"
        );
        assert_eq!((&found[1], &found[2]), (&json!("_blank"), &json!(null)));
        Ok(())
    });
}
