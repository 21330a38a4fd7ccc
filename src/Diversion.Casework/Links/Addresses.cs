using System.Globalization;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Links;

/// <summary>
/// The addresses of the portal's pages. Pages, mails and lists of work make every link here; beside this, an address stands
/// only in the <c>@page</c> line of its own page.
/// </summary>
public static class Addresses
{
    public const string Home = "/";
    public const string Analysis = "/analysis";

    /// <summary>All of it on one page, to print; <c>/save</c> after it is the same as a file.</summary>
    public const string WhatIf = "/analysis/what-if";
    public const string AnalysisDocument = "/analysis/document";
    public const string AnalysisFile = "/analysis/document/save";
    public const string Extract = "/analysis/extract";
    public const string ExtractFile = "/analysis/extract/file";
    public const string Calendar = "/calendar";
    public const string CalendarBook = "/calendar/book";
    public const string Caseload = "/caseload";
    public const string Enrolments = "/enrol";
    public const string Feeds = "/feeds";
    public const string Operations = "/system";
    public const string FollowUp = "/follow-up";
    public const string HarmIndex = "/harm-index";
    public const string Boundaries = "/boundaries";
    public const string UnitCosts = "/unit-costs";
    public const string Keeping = "/keeping";
    public const string Destroyed = "/keeping/destroyed";
    public const string Inbox = "/inbox";
    public const string InboxItems = "/inbox/items";
    public const string InboxStream = "/inbox/stream";
    public const string KeptAnswers = "/kept-answers/";
    public const string Messages = "/messages";
    public const string OffenceCodes = "/offence-codes";
    public const string Trials = "/trials";
    public const string Services = "/services";
    public const string AddService = "/services/add";
    public const string ServiceImport = "/services/import";

    /// <summary>The directory as CSV.</summary>
    public const string ServiceFile = "/services/file";

    /// <summary>The person's own page; nobody of the staff signs in to it.</summary>
    public const string MyAgreement = "/my-page";
    public const string MyAgreementProblem = "/my-page/problem";

    /// <summary>Where a link by text leads.</summary>
    public static string MyAgreementStart(string secret) => $"{MyAgreement}/start/{secret}";

    /// <summary>Needs that no service meets, counted; <c>/file</c> after it is the same as CSV.</summary>
    public const string UnmetNeeds = "/unmet-needs";
    public const string UnmetNeedsFile = "/unmet-needs/file";

    /// <summary>A service, and what follows its id.</summary>
    public static string Service(string service) => $"{Services}/{Uri.EscapeDataString(service)}";

    public static string ChangeService(string service) => $"{Service(service)}/change";

    /// <summary>The times that a service keeps free.</summary>
    public static string ServiceSlots(string service) => $"{Service(service)}/slots";

    /// <summary>What fits the person of a case.</summary>
    public static string ServicesFor(string reference) => $"{Agreement(reference)}/services";

    /// <summary>Reparation projects.</summary>
    public const string Projects = "/projects";
    public const string AddProject = "/projects/add";

    /// <summary>Hours worked, and what they saved.</summary>
    public const string ProjectHours = "/projects/hours";

    public static string ProjectHoursIn(Quarter quarter) => $"{ProjectHours}?Asked={quarter}";

    public static string Project(string project) => $"{Projects}/{Uri.EscapeDataString(project)}";

    public static string ChangeProject(string project) => $"{Project(project)}/change";

    /// <summary>Who is expected at the sessions of that day, and who came.</summary>
    public static string SessionRegister(string project, LocalDate day) => $"{Project(project)}/register/{LocalDatePattern.Iso.Format(day)}";

    /// <summary>For everybody, without sign-in.</summary>
    public const string Public = "/public";
    public const string PublicNominate = "/public/nominate";
    public const string PublicProblem = "/public/problem";

    /// <summary>Places that the public named and nobody has read yet.</summary>
    public const string Moderation = "/moderation";

    /// <summary>Votes of the public, for staff.</summary>
    public const string Rounds = "/rounds";

    public static string PublicArea(string area) => $"{Public}/area/{Uri.EscapeDataString(area)}";

    public static string PublicVote(string round) => $"{Public}/vote/{Uri.EscapeDataString(round)}";

    public static string Round(string round) => $"{Rounds}/{Uri.EscapeDataString(round)}";

    public const string TransfersIn = "/transfers-in";

    public const string Sittings = "/scrutiny";
    public const string PanelFeedback = "/panel-feedback";

    public static string Sitting(string quarter) => $"{Sittings}/{quarter}";

    public static string SittingPaper(string quarter) => $"{Sitting(quarter)}/paper";

    public static string SittingCase(string quarter, int number) => $"{Sitting(quarter)}/cases/{number}";

    public const string BoardPacks = "/board-pack";

    /// <summary>The open actions of the board that are the reader's.</summary>
    public const string BoardActions = "/board-actions";

    public static string BoardPack(Diversion.Domain.BoardPacks.Quarter quarter) => $"{BoardPacks}/{quarter}";

    public static string HandedOver(string reference) => $"{Agreement(reference)}/handed-over";
    public const string Problem = "/problem";
    public const string Programme = "/programme";
    public const string Register = "/register";
    public const string RegisterDownload = "/register/download";
    public const string RegisterDownloads = "/register/downloads";
    public const string RegisterTable = "/register/table";
    public const string Search = "/search";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Staff = "/staff";
    public const string AddStaff = "/staff/add";
    public const string ImportStaff = "/staff/import";

    public const string WhoSees = "/staff/who-sees";

    /// <summary>Who is told what of whom, and who looked.</summary>
    public const string Sharing = "/staff/sharing";

    public static string SharingWith(string organisation) => $"{Sharing}/with?organisation={Uri.EscapeDataString(organisation)}";

    /// <summary>What the reader's organisation is told of a person.</summary>
    public static string Shared(string reference) => $"{Agreement(reference)}/shared";

    public const string Tokens = "/staff/tokens";

    public const string TaskMail = "/task-emails";

    public static string StaffPerson(string person) => $"/staff/person/{Uri.EscapeDataString(person)}";

    public static string StaffTeam(string team) => $"/staff/team/{Uri.EscapeDataString(team)}";

    /// <summary>The way back from the identity provider; it must know both.</summary>
    public const string SignInCallback = "/sign-in/callback";
    public const string SignedOutCallback = "/sign-in/signed-out";

    /// <summary>Where the identity provider ends a session.</summary>
    public const string BackChannelLogout = "/sign-in/ended";
    public const string UnknownAccount = "/sign-in/unknown";
    public const string ChooseRole = "/sign-in/role";
    public const string Accessibility = "/about/accessibility";
    public const string Cookies = "/about/cookies";
    public const string Privacy = "/about/privacy";
    public const string Shortcuts = "/about/shortcuts";
    public const string WhatsNew = "/about/whats-new";
    public const string DemoMove = "/demo/move";

    public static string Agreement(string reference) => $"/agreements/{Uri.EscapeDataString(reference)}";

    public static string CustodyMatch(string match) => $"/custody-matches/{Uri.EscapeDataString(match)}";

    public static string Enrolment(string reference) => $"{Agreement(reference)}/enrol";

    public static string Trial(string trial) => $"{Trials}/{Uri.EscapeDataString(trial)}";

    /// <param name="page">draft, open, amend, close, unseal or allocations.</param>
    public static string Trial(string trial, string page) => $"{Trial(trial)}/{page}";

    public const string NewTrial = "/trials/new";

    /// <summary>What a trial allocated to the case.</summary>
    public static string TrialPlace(string reference) => $"{Agreement(reference)}/trial";

    /// <summary>Everything that the decision waits for, on one page.</summary>
    public static string Preparation(string reference) => $"{Agreement(reference)}/prepare";

    public static string Person(string reference) => $"{Agreement(reference)}/amend-person";

    public static string Offence(string reference) => $"{Agreement(reference)}/amend-offence";

    public static string ReviewOffer(string reference) => $"{Agreement(reference)}/review-offer";

    /// <summary>The parts of an agreement's page, each with an address of its own.</summary>
    public static string Appointments(string reference) => $"{Agreement(reference)}/appointments";

    public static string Conditions(string reference) => $"{Agreement(reference)}/conditions";

    public static string Contact(string reference) => $"{Agreement(reference)}/contact";

    public static string Timeline(string reference) => $"{Agreement(reference)}/timeline";

    /// <summary>All parts on one page, to print or to look through.</summary>
    public static string WholeCase(string reference) => $"{Agreement(reference)}/whole";

    public static string LateNews(string reference) => $"{Agreement(reference)}/late-news";

    public static string BreachFile(string reference) => $"{Agreement(reference)}/breach-file";

    public static string CompletionFile(string reference) => $"{Agreement(reference)}/completion-file";

    /// <summary>The file of the case, whichever it has, as a zip with its papers.</summary>
    public static string CaseFileZip(string reference) => $"{Agreement(reference)}/case-file/zip";

    /// <summary>The record as it is given to the person.</summary>
    public static string SubjectAccess(string reference, int request) => string.Create(CultureInfo.InvariantCulture, $"{Agreement(reference)}/subject-access/{request}");

    public static string CheckCaseFile(string reference) => $"{Agreement(reference)}/case-file/check";

    public static string Looks(string reference) => $"{Agreement(reference)}/looks";

    public static string Reason(string reference) => $"{Agreement(reference)}/reason";

    public static string MessagesOf(string reference) => $"{Agreement(reference)}/messages";

    public static string Message(string reference, string message) => $"{MessagesOf(reference)}/{Uri.EscapeDataString(message)}";

    /// <param name="letter">The id of a piece of news, or the name of another letter.</param>
    /// <param name="language">Null for English.</param>
    public static string Letter(string reference, string letter, string? language = null) =>
        $"{Agreement(reference)}/letter/{Uri.EscapeDataString(letter)}{(language is null ? "" : $"/{language}")}";

    public static string Documents(string reference) => $"{Agreement(reference)}/documents";

    public static string AddDocument(string reference, string? condition = null, string? item = null) => Action(reference, "documents/add", condition, item);

    /// <summary>The route of the address of a paper, for what is served below it and is no page.</summary>
    public const string DocumentRoute = "/agreements/{reference}/documents/{document}";

    public static string Document(string reference, string document) => $"{Documents(reference)}/{Uri.EscapeDataString(document)}";

    public static string RemoveDocument(string reference, string document) => $"{Document(reference, document)}/remove";

    public static string DocumentFile(string reference, string document) => $"{Document(reference, document)}/file";

    public static string DocumentPicture(string reference, string document) => $"{Document(reference, document)}/picture";

    /// <param name="version">Null for the version in force.</param>
    public static string Paper(string reference, int? version = null) =>
        $"{Agreement(reference)}/paper{(version is { } number ? string.Create(CultureInfo.InvariantCulture, $"/{number}") : "")}";

    /// <summary>The page for a command, whether or not there is one.</summary>
    /// <param name="about">The condition and the item that it is about, as far as there are any.</param>
    public static string Action<TCommand>(string reference, params ReadOnlySpan<string?> about) where TCommand : AgreementCommand =>
        Action(reference, CommandCatalogue.NameOf<TCommand>(), about);

    /// <param name="page">A command of the catalogue, or the page that stands for it.</param>
    public static string Action(string reference, string page, params ReadOnlySpan<string?> about)
    {
        var address = $"{Agreement(reference)}/{page}";
        foreach (var part in about)
        {
            // An item of the agreement as a whole, such as a warning, takes the place of a condition.
            address += part is null ? "" : $"/{Uri.EscapeDataString(part)}";
        }

        return address;
    }

    public static string Draft(string draft) => $"{Enrolments}/{Uri.EscapeDataString(draft)}";

    public static string Worker(string worker) => $"/workers/{Uri.EscapeDataString(worker)}";

    public static string PassOn(string worker) => $"{Worker(worker)}/pass-on";
}
