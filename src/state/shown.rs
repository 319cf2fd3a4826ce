//! What a view of the plan shows, as its address says it (views.md §2.1). What an address says and this version does
//! not know is kept in it, and ignored.

use crate::analysis::standing::plan_view::{FilterBy, GroupBy, PlanFilter, SortBy};
use crate::model::RecordId;
use crate::templates::{task, view};
use chrono::NaiveDate;
use std::fmt;

/// A way to look at the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanView {
    /// 表格
    Grid,
    /// 甘特
    Gantt,
    /// 看板
    Kanban,
    /// 日历
    Calendar,
    /// 我的任务
    Mine,
}

/// Every view, with its word in an address.
const VIEWS: [(PlanView, &str); 5] = [
    (PlanView::Grid, "grid"),
    (PlanView::Gantt, "gantt"),
    (PlanView::Kanban, "kanban"),
    (PlanView::Calendar, "calendar"),
    (PlanView::Mine, "mine"),
];

impl PlanView {
    /// Its word in an address.
    pub fn word(self) -> &'static str {
        let found = VIEWS.iter().find(|(view, _)| *view == self);
        found.map_or("", |(_, word)| word)
    }

    /// What a word of an address stands for.
    pub fn of_word(word: &str) -> Option<Self> {
        let found = VIEWS.iter().find(|(_, known)| *known == word);
        found.map(|(view, _)| *view)
    }
}

/// How much time a stretch of the Gantt shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zoom {
    Day,
    Week,
    Month,
    Quarter,
    /// The whole project in the window.
    Fit,
}

impl Zoom {
    /// In the order in which they are offered, the closest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Fit];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Fit => "fit",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zoom| zoom.word() == word)
    }
}

/// What a view shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanShown {
    /// `f`
    pub filters: Vec<PlanFilter>,
    /// `q`: words that are searched for.
    pub words: String,
    /// `g`; unset: the view's own.
    pub group: Option<GroupBy>,
    /// `s`, and whether it is reversed.
    pub sort: Option<(SortBy, bool)>,
    /// `z`
    pub zoom: Option<Zoom>,
    /// `d`: where in time the view stands.
    pub day: Option<NaiveDate>,
    /// `c`: critical tasks alone.
    pub is_critical: bool,
    /// `h`: the groups that are shut.
    pub shut: Vec<String>,
    /// `k`: the columns, in order.
    pub columns: Vec<String>,
    /// `sel`: the tasks that are selected.
    pub selected: Vec<RecordId>,
    /// `v`: the saved view that this was, before anything of it was changed.
    pub saved: Option<Box<RecordId>>,
    /// What this version does not know, as it stands.
    pub(super) unknown: Vec<String>,
}

impl PlanShown {
    /// Reads what stands behind `?`.
    pub fn parse(query: &str) -> Self {
        let mut shown = Self::default();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            if shown.read(key, &decoded(value)).is_none() {
                shown.unknown.push(pair.to_owned());
            }
        }
        shown
    }

    fn read(&mut self, key: &str, value: &str) -> Option<()> {
        let words = || {
            value
                .split(',')
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
        };
        match key {
            "f" => {
                let filters: Option<Vec<_>> = value
                    .split(';')
                    .filter(|one| !one.is_empty())
                    .map(filter_of)
                    .collect();
                self.filters = filters?;
            }
            "q" => value.clone_into(&mut self.words),
            "g" => self.group = Some(GroupBy::of_word(value)?),
            "s" => {
                let word = value.strip_prefix('-').unwrap_or(value);
                self.sort = Some((SortBy::of_word(word)?, value.starts_with('-')));
            }
            "z" => self.zoom = Some(Zoom::of_word(value)?),
            "d" => self.day = Some(value.parse().ok()?),
            "c" => self.is_critical = (value == "1").then_some(true)?,
            "h" => self.shut = words().collect(),
            "k" => self.columns = words().collect(),
            "sel" => {
                let records: Option<Vec<_>> = words().map(|rest| task_of(&rest)).collect();
                self.selected = records?;
            }
            "v" => self.saved = Some(Box::new(format!("{}/{value}", view::KIND).parse().ok()?)),
            _ => return None,
        }
        Some(())
    }

    /// What goes along to another view: filters, words, groups, order and selection.
    pub fn carried(&self) -> Self {
        Self {
            filters: self.filters.clone(),
            words: self.words.clone(),
            group: self.group,
            sort: self.sort,
            selected: self.selected.clone(),
            saved: self.saved.clone(),
            ..Self::default()
        }
    }

    /// Whether the address says something that this version does not know.
    pub fn has_unknown(&self) -> bool {
        !self.unknown.is_empty()
    }

    /// The values that a filter lets through; nothing where it is not set.
    pub fn values_of(&self, by: FilterBy) -> Option<&[String]> {
        let found = self.filters.iter().find(|filter| filter.by == by);
        found.map(|filter| &*filter.values)
    }

    /// Sets a filter, or takes it away.
    pub fn filter(&mut self, by: FilterBy, values: Option<Vec<String>>) {
        self.filters.retain(|filter| filter.by != by);
        if let Some(values) = values {
            self.filters.push(PlanFilter { by, values });
        }
    }

    /// Whether anything is left out of what it shows.
    pub fn is_narrowed(&self) -> bool {
        !self.filters.is_empty() || !self.words.trim().is_empty() || self.is_critical
    }

    /// Takes away whatever leaves something out.
    pub fn show_all(&mut self) {
        self.filters.clear();
        self.words.clear();
        self.is_critical = false;
    }

    /// Shuts a group, or opens it.
    pub fn toggle_group(&mut self, word: &str) {
        match self.shut.iter().position(|shut| shut == word) {
            Some(at) => drop(self.shut.remove(at)),
            None => self.shut.push(word.to_owned()),
        }
    }
}

fn task_of(rest: &str) -> Option<RecordId> {
    format!("{}/{rest}", task::KIND).parse().ok()
}

/// `owner~m3,m4`, or a word alone.
fn filter_of(text: &str) -> Option<PlanFilter> {
    let (word, values) = text.split_once('~').unwrap_or((text, ""));
    let values: Vec<String> = values
        .split(',')
        .filter(|value| !value.is_empty())
        .map(str::to_owned)
        .collect();
    let by = FilterBy::of_word(word)?;
    (by.is_flag() == values.is_empty()).then_some(PlanFilter { by, values })
}

impl fmt::Display for PlanShown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filter = |filter: &PlanFilter| match filter.values.is_empty() {
            true => filter.by.word().to_owned(),
            false => format!("{}~{}", filter.by.word(), filter.values.join(",")),
        };
        let filters: Vec<String> = self.filters.iter().map(filter).collect();
        let sort = self.sort.map(|(by, is_reversed)| {
            format!("{}{}", if is_reversed { "-" } else { "" }, by.word())
        });
        let selected: Vec<&str> = self.selected.iter().filter_map(RecordId::rest).collect();
        let saved = self.saved.as_deref().and_then(RecordId::rest);
        let pairs = [
            ("f", filters.join(";")),
            ("q", self.words.clone()),
            ("g", self.group.map_or("", GroupBy::word).to_owned()),
            ("s", sort.unwrap_or_default()),
            ("z", self.zoom.map_or("", Zoom::word).to_owned()),
            ("d", self.day.map(|day| day.to_string()).unwrap_or_default()),
            ("c", if self.is_critical { "1" } else { "" }.to_owned()),
            ("h", self.shut.join(",")),
            ("k", self.columns.join(",")),
            ("sel", selected.join(",")),
            ("v", saved.unwrap_or_default().to_owned()),
        ];
        let known = pairs
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| format!("{key}={}", encoded(value)));
        let all: Vec<String> = known.chain(self.unknown.iter().cloned()).collect();
        if all.is_empty() {
            return Ok(());
        }
        write!(f, "?{}", all.join("&"))
    }
}

/// Bytes that stand in an address as they are.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.~,;/".contains(&byte)
}

fn encoded(text: &str) -> String {
    let one = |byte: u8| match is_plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}

/// A value as it was before it stood in an address; broken bytes become marks.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_view_shows_reads_as_it_is_written() {
        let all = "?f=owner~m3,m4;status~-open;late&q=%E7%89%A9%E6%96%99%20a%26b&g=department&s=-due&z=week\
                   &d=2026-04-13&c=1&h=S1,S2&k=code,title&sel=7QK2M4ZT,8QK2M4ZT";
        let shown = PlanShown::parse(all.trim_start_matches('?'));
        assert_eq!(shown.words, "物料 a&b");
        assert_eq!(shown.values_of(FilterBy::Owner).map(<[_]>::len), Some(2));
        assert_eq!(shown.sort, Some((SortBy::Due, true)));
        assert_eq!(shown.selected.len(), 2);
        assert!(!shown.has_unknown() && shown.is_narrowed());
        assert_eq!(shown.to_string(), all);
        assert_eq!(PlanShown::default().to_string(), "");
    }

    #[test]
    fn what_is_not_known_stays_in_the_address_and_does_nothing() {
        let query = "z=hour&x=1&f=colour~red&sel=a/b&c=2";
        let shown = PlanShown::parse(query);
        assert!(shown.has_unknown());
        let known = PlanShown {
            unknown: Vec::new(),
            ..shown.clone()
        };
        assert_eq!(known, PlanShown::default());
        assert_eq!(PlanShown::parse(&shown.to_string()[1..]), shown);
        for broken in ["q=%", "q=%4", "q=%zz", "q=%E7%89", "q=物", "=", "&&"] {
            let shown = PlanShown::parse(broken);
            assert_eq!(
                PlanShown::parse(shown.to_string().trim_start_matches('?')),
                shown,
                "{broken}"
            );
        }
    }

    #[test]
    fn another_view_takes_along_what_is_asked_for_and_not_where_it_stood() {
        let shown =
            PlanShown::parse("f=late&q=a&g=none&s=due&z=day&d=2026-04-13&h=S1&sel=7QK2M4ZT");
        assert_eq!(
            shown.carried().to_string(),
            "?f=late&q=a&g=none&s=due&sel=7QK2M4ZT"
        );
    }
}
