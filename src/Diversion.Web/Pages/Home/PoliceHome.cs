using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.MyWork;
using Diversion.Web.Pages.Enrol;

namespace Diversion.Web.Pages.Home;

/// <summary>The tasks of a police user, their drafts and their open cases.</summary>
/// <param name="Work">Most urgent first; null on the further pages of the cases.</param>
/// <param name="Feedback">How much a scrutiny panel has said about their cases; and of that, how much they have not read yet.</param>
public sealed record PoliceHome(WorkList? Work, Page<CaseloadItem> Cases, IReadOnlyList<OpenDraft> Drafts, (int All, int Unread) Feedback);
