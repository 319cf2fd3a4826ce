//! Hash routes: `Route::parse` is the only place that splits a path, `Display` the only one that joins one.

use super::shown::{PlanShown, PlanView};
use crate::model::{ProjectId, RecordId};
use crate::templates::{meeting, minutes, task};
use std::fmt;

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// All projects.
    Home,
    /// 新建项目
    Start,
    /// A page of a project, known here or not.
    Project(ProjectId, Page),
    /// No such place.
    NotFound,
}

/// A page of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// 总览
    Overview,
    /// 我的待办
    Todo,
    /// 收发文件
    Exchange,
    /// 不一致
    Conflicts,
    /// 回收站
    Bin,
    /// 检查
    Checks,
    /// 图表
    Charts,
    /// 一页简报
    Brief,
    /// 工作日历
    Calendar,
    /// 撞期
    Clashes,
    /// 收尾
    Closing,
    /// The list of a kind, or the form a project has once.
    Kind(String),
    /// One form.
    Record(RecordId),
    /// A form not yet begun.
    New(String),
    /// The plan, looked at in one of its ways.
    Plan(PlanView, PlanShown),
}

impl Page {
    /// The same page without what its address says of what it shows: while this stays, it is not drawn anew.
    pub fn place(self) -> Self {
        match self {
            Self::Plan(PlanView::Grid, _) => Self::Kind(task::KIND.to_owned()),
            Self::Plan(view, _) => Self::Plan(view, PlanShown::default()),
            page => page,
        }
    }
}

/// Pages whose address is not their kind: 周会 stands where one looks for the meeting, the list of meetings beside it.
const ADDRESSES: [(&str, &str); 2] = [(minutes::KIND, "meeting"), (meeting::KIND, "meetings")];

fn address_of(kind: &str) -> &str {
    let known = ADDRESSES.iter().find(|(known, _)| *known == kind);
    known.map_or(kind, |(_, address)| address)
}

fn kind_at(address: &str) -> &str {
    let known = ADDRESSES.iter().find(|(_, known)| *known == address);
    known.map_or(address, |(kind, _)| kind)
}

impl Route {
    /// The page of the project; the overview where it is none of a project.
    pub fn page(&self) -> Page {
        match self {
            Self::Project(_, page) => page.clone(),
            _ => Page::Overview,
        }
    }

    /// Reads the part of the address behind `#`.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match parts.next() {
            None => return Self::Home,
            Some("new") if parts.next().is_none() => return Self::Start,
            Some("p") => {}
            Some(_) => return Self::NotFound,
        }
        let Some(Ok(project)) = parts.next().map(str::parse) else {
            return Self::NotFound;
        };
        let page = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Some(Page::Overview),
            (Some("todo"), None, _) => Some(Page::Todo),
            (Some("checks"), None, _) => Some(Page::Checks),
            (Some("brief"), None, _) => Some(Page::Brief),
            (Some("charts"), None, _) => Some(Page::Charts),
            (Some("calendar"), None, _) => Some(Page::Calendar),
            (Some("clashes"), None, _) => Some(Page::Clashes),
            (Some("closing"), None, _) => Some(Page::Closing),
            (Some("exchange"), None, _) => Some(Page::Exchange),
            (Some("conflicts"), None, _) => Some(Page::Conflicts),
            (Some("bin"), None, _) => Some(Page::Bin),
            (Some(address), None, _) => kind_at(address)
                .parse::<RecordId>()
                .ok()
                .map(|kind| Page::Kind(kind.kind().to_owned())),
            (Some("plan"), Some(view), None) => {
                PlanView::of_word(view).map(|view| Page::Plan(view, PlanShown::parse(query)))
            }
            (Some(kind), Some("new"), None) => kind
                .parse::<RecordId>()
                .ok()
                .map(|kind| Page::New(kind.kind().to_owned())),
            (Some(kind), Some(rest), None) => {
                format!("{kind}/{rest}").parse().ok().map(Page::Record)
            }
            _ => None,
        };
        page.map_or(Self::NotFound, |page| Self::Project(project, page))
    }

    /// The page of a record: its own sheet, or the form that a project has once.
    pub fn of_record(project: ProjectId, record: &RecordId) -> Self {
        match record.rest() {
            Some(_) => Self::Project(project, Page::Record(record.clone())),
            None => Self::Project(project, Page::Kind(record.kind().to_owned())),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::NotFound => f.write_str("#/"),
            Self::Start => f.write_str("#/new"),
            Self::Project(project, page) => {
                write!(f, "#/p/{project}")?;
                match page {
                    Page::Overview => Ok(()),
                    Page::Todo => f.write_str("/todo"),
                    Page::Checks => f.write_str("/checks"),
                    Page::Brief => f.write_str("/brief"),
                    Page::Charts => f.write_str("/charts"),
                    Page::Calendar => f.write_str("/calendar"),
                    Page::Clashes => f.write_str("/clashes"),
                    Page::Closing => f.write_str("/closing"),
                    Page::Exchange => f.write_str("/exchange"),
                    Page::Conflicts => f.write_str("/conflicts"),
                    Page::Bin => f.write_str("/bin"),
                    Page::Kind(kind) => write!(f, "/{}", address_of(kind)),
                    Page::New(kind) => write!(f, "/{kind}/new"),
                    Page::Record(record) => write!(f, "/{record}"),
                    Page::Plan(view, shown) => write!(f, "/plan/{}{shown}", view.word()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_as_it_is_written() {
        let project: ProjectId = "0123456789".parse().expect("an id");
        let pages = [
            Page::Overview,
            Page::Todo,
            Page::Checks,
            Page::Brief,
            Page::Charts,
            Page::Calendar,
            Page::Clashes,
            Page::Closing,
            Page::Exchange,
            Page::Conflicts,
            Page::Bin,
            Page::Kind("charter".into()),
            Page::Kind("minutes".into()),
            Page::Kind("meeting".into()),
            Page::New("issue".into()),
            Page::Record(RecordId::of("task/7QK2M4ZT")),
            Page::Plan(PlanView::Grid, PlanShown::default()),
            Page::Plan(PlanView::Gantt, PlanShown::parse("f=late&q=%E7%89%A9&x=1")),
        ];
        for page in pages {
            let route = Route::Project(project, page);
            assert_eq!(Route::parse(&route.to_string()), route);
        }
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#/new"), Route::Start);
        assert_eq!(
            Route::parse("#/p/0123456789?n=A1 台灯上市"),
            Route::Project(project, Page::Overview)
        );
        for bad in [
            "#/x",
            "#/p",
            "#/p/short",
            "#/p/0123456789/Task",
            "#/p/0123456789/task/a/b",
            "#/p/0123456789/task/ü",
            "#/p/0123456789/plan/list",
        ] {
            assert_eq!(Route::parse(bad), Route::NotFound, "{bad}");
        }
    }
}
