//! Whether two short texts say the same: for work items that overlap, and deliverables named in other words.

/// Without spaces, and Latin letters of either width small; the library's table of all alphabets is 12 KiB.
pub(crate) fn plain_text(text: &str) -> String {
    let small = |c: char| match c {
        'Ａ'..='Ｚ' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        c => c.to_ascii_lowercase(),
    };
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(small)
        .collect()
}

/// Whether at least four fifths of the longer text stand in the other one in the same order (DEP-02); both plain.
pub(crate) fn are_alike(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longer = a.len().max(b.len());
    let fits = |steps: usize| (longer - steps) * 5 >= longer * 4;
    longer > 0 && fits(a.len().abs_diff(b.len())) && fits(steps_between(&a, &b))
}

/// How many characters must be put in, taken out or replaced to make one text of the other.
fn steps_between(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = replaced.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_fifths_are_alike() {
        assert!(are_alike("编制推广方案", "编制推广方案"));
        assert!(are_alike("编制年度推广方案", "编制年度推广预案"));
        assert!(!are_alike("推广方案", "推广预算"));
        assert!(!are_alike("", ""));
        assert!(!are_alike("培训", "编写培训教材并组织培训"));
    }
}
