//! Gives what the program imports from its script numbers for names. The script is made by wasm-bindgen, which names
//! each import by what it does and a hash; nobody reads them, and both files carry them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::precache::fill;

/// How the names begin that wasm-bindgen makes up; what the app imports from its own scripts keeps its name.
const MADE_UP: [&str; 2] = ["__wbg_", "__wbindgen_"];

/// The section of a program that lists what it imports.
const IMPORTS: u8 = 2;

/// Numbers the imports of the program and of the script beside it.
pub(crate) fn run(program: &Path, script: &Path) -> Result<()> {
    let (bytes, names) = numbered(&std::fs::read(program)?)
        .with_context(|| format!("the imports of {}", program.display()))?;
    let mut text = std::fs::read_to_string(script)?;
    for (name, number) in names {
        let (place, with) = (
            format!("\n        {name}: "),
            format!("\n        {number}: "),
        );
        text = fill("the program's script", &text, &place, &with)?;
    }
    std::fs::write(program, bytes)?;
    std::fs::write(script, text)?;
    Ok(())
}

/// The program with numbers for names, and which name has which number.
fn numbered(program: &[u8]) -> Result<(Vec<u8>, BTreeMap<String, usize>)> {
    let mut rest = Rest(program);
    let mut out = rest.take(8)?.to_vec();
    let mut names = BTreeMap::new();
    while !rest.0.is_empty() {
        let section = rest.take(1)?[0];
        let length = rest.number()?;
        let body = rest.take(length)?;
        let body = if section == IMPORTS {
            numbered_imports(body, &mut names)?
        } else {
            body.to_vec()
        };
        out.push(section);
        push_number(&mut out, body.len());
        out.extend(body);
    }
    if names.is_empty() {
        bail!("there are none");
    }
    Ok((out, names))
}

fn numbered_imports(section: &[u8], names: &mut BTreeMap<String, usize>) -> Result<Vec<u8>> {
    let mut rest = Rest(section);
    let mut out = Vec::new();
    let count = rest.number()?;
    push_number(&mut out, count);
    for _ in 0..count {
        push_text(&mut out, rest.text()?);
        let name = rest.text()?;
        if MADE_UP.iter().any(|begin| name.starts_with(begin)) {
            let next = names.len();
            let number = *names.entry(name.to_owned()).or_insert(next);
            push_text(&mut out, &number.to_string());
        } else {
            push_text(&mut out, name);
        }
        let before = rest.0;
        if rest.take(1)?[0] != 0 {
            bail!("{name} is no function");
        }
        rest.number()?;
        out.extend(&before[..before.len() - rest.0.len()]);
    }
    Ok(out)
}

/// What has not been read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).context("cut short")?;
        self.0 = rest;
        Ok(taken)
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.take(1)?[0];
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number is too long")
    }

    fn text(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        Ok(std::str::from_utf8(self.take(length)?)?)
    }
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::{Rest, numbered, push_number, push_text, run};

    /// A program that imports functions of those names, with something before and behind.
    fn importing(names: &[&str]) -> Vec<u8> {
        let mut section = Vec::new();
        push_number(&mut section, names.len());
        for name in names {
            push_text(&mut section, "./app_bg.js");
            push_text(&mut section, name);
            section.extend([0, 0x85, 0x01]);
        }
        let mut program = b"\0asm\x01\0\0\0\x01\x01\0\x02".to_vec();
        push_number(&mut program, section.len());
        program.extend(section);
        program.extend(b"\x03\x01\0");
        program
    }

    #[test]
    fn made_up_names_become_numbers_and_all_else_stays() {
        let long = format!("__wbg_{}_0123456789abcdef", "a".repeat(200));
        let program = importing(&["idb_rows", &long, "__wbindgen_cast_0000000000000001", &long]);
        let (again, names) = numbered(&program).expect("well formed");
        assert_eq!(again, importing(&["idb_rows", "0", "1", "0"]));
        assert_eq!((names.len(), names[&long]), (2, 0));
        assert!(numbered(&importing(&["idb_rows"])).is_err());
        for end in 8..program.len() - 3 {
            assert!(
                end == 11 || numbered(&program[..end]).is_err(),
                "cut at {end}"
            );
        }
    }

    #[test]
    fn the_script_has_the_same_numbers_or_the_build_stops() {
        let folder = std::env::temp_dir().join(format!("hepai-shorten-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let (program, script) = (folder.join("a.wasm"), folder.join("a.js"));
        std::fs::write(&program, importing(&["__wbg_a_1"])).expect("written");
        std::fs::write(&script, "x = {\n        __wbg_a_1: function() {}\n}").expect("written");
        run(&program, &script).expect("one place");
        let text = std::fs::read_to_string(&script).expect("there");
        assert_eq!(text, "x = {\n        0: function() {}\n}");
        std::fs::write(&program, importing(&["__wbg_b_1"])).expect("written");
        assert!(run(&program, &script).is_err());
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn numbers_of_any_length_are_read_as_they_are_written() {
        for number in [0, 127, 128, 300, 1 << 20, (1 << 31) + 5] {
            let mut out = Vec::new();
            push_number(&mut out, number);
            assert_eq!(Rest(&out).number().expect("whole"), number);
        }
        assert!(Rest(&[0x80, 0x80]).number().is_err());
    }
}
