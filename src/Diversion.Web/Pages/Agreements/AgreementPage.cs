using System.Globalization;
using Diversion.Casework.Actions;
using Diversion.Casework.Conditions;
using Diversion.Casework.Messages;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.DataRights;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Visits;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>One of the pages of an agreement, with what the reader may do now.</summary>
public abstract class AgreementPage : RecordPage
{
    private static readonly string Withdraw = CommandCatalogue.NameOf<BreachCommand.WithdrawWarning>();
    private static readonly string Contest = CommandCatalogue.NameOf<BreachCommand.DecideContest>();
    private static readonly string Tell = CommandCatalogue.NameOf<TellingCommand.TellPerson>();
    private static readonly string Answer = CommandCatalogue.NameOf<TellingCommand.RecordAnswer>();
    private static readonly string Assess = CommandCatalogue.NameOf<PathwayCommand.RecordPathwayAssessment>();

    private static readonly string[] OfComplaints =
    [
        CommandCatalogue.NameOf<ComplaintCommand.AcknowledgeComplaint>(), CommandCatalogue.NameOf<ComplaintCommand.AnswerComplaint>(), CommandCatalogue.NameOf<ComplaintCommand.WithdrawComplaint>(),
    ];

    private static readonly string[] OfDataRequests =
    [
        CommandCatalogue.NameOf<DataRequestCommand.MarkPassage>(), CommandCatalogue.NameOf<DataRequestCommand.ExtendDataRequest>(), CommandCatalogue.NameOf<DataRequestCommand.AnswerAccessRequest>(), CommandCatalogue.NameOf<DataRequestCommand.AnswerCorrectionRequest>(),
    ];

    private static readonly string[] OfVisits = [CommandCatalogue.NameOf<VisitCommand.CancelVisit>(), CommandCatalogue.NameOf<VisitCommand.RecordVisit>()];

    private static readonly string[] OfContinuations = [CommandCatalogue.NameOf<ExitPlanCommand.RecordWarmHandover>(), CommandCatalogue.NameOf<ExitPlanCommand.RemoveContinuation>()];
    private static readonly string Ring = CommandCatalogue.NameOf<ExitPlanCommand.RecordFollowUpCall>();

    private static readonly string[] OfFollowUp = [.. CommandCatalogue.All.Where(entry => entry.Command.IsAssignableTo(typeof(FollowUpCommand))).Select(entry => entry.Name)];

    private static readonly string[] Offers = [CommandCatalogue.NameOf<SupportCommand.OfferHealthCheck>(), CommandCatalogue.NameOf<SupportCommand.MatchMentor>()];
    private static readonly string[] OfMentoring = [CommandCatalogue.NameOf<SupportCommand.LogMentorMeeting>(), CommandCatalogue.NameOf<SupportCommand.EndMentoring>()];
    private static readonly string OnwardOutcome = CommandCatalogue.NameOf<SupportCommand.RecordOnwardOutcome>();

    private static readonly string[] OfSupport = [.. CommandCatalogue.All.Where(entry => entry.Command.IsAssignableTo(typeof(SupportCommand))).Select(entry => entry.Name).Where(name => !Offers.Contains(name))];

    private static readonly string[] Beside = [Withdraw, Contest, Tell, Answer, .. OfComplaints, .. OfDataRequests, .. OfVisits, .. OfFollowUp, .. OfSupport, .. OfContinuations, Ring];

    /// <summary>What may be done, each with its page; an action that only a rule forbids has a reason instead of a page.</summary>
    public IReadOnlyList<ActionLink> Actions { get; private set; } = [];

    /// <summary>Emails to the person, by piece of news; filled on the pages that show what the person was told.</summary>
    public IReadOnlyDictionary<string, PersonMail> Mails { get; protected set; } = new Dictionary<string, PersonMail>();

    public IEnumerable<ActionLink> ActionsOf(string? condition, string? item = null) =>
        Actions.Where(link => link.Action.Condition == condition && link.Action.Item == item);

    /// <summary>Actions on the agreement as a whole, by task; those on a warning, a complaint and the like are beside it.</summary>
    public IReadOnlyList<ActionGroup> Groups => ActionGroups.Of(Actions.Where(link => link.Action.Condition is null && !Beside.Contains(link.Action.Command)));

    /// <summary>Those of this page.</summary>
    public virtual IEnumerable<ActionGroup> OwnGroups => Groups.Where(group => group.Part == Part);

    public IEnumerable<ActionLink> ActionsOn(Warning warning) => Actions.Where(link =>
        (link.Action.Command == Withdraw && link.Action.Item == Numbered(warning.Number))
        || (link.Action.Command == Contest && link.Action.Item == PersonNews.IdOf(NewsKind.Warning, warning.Number)));

    public IEnumerable<ActionLink> ActionsOn(Complaint complaint) => On(complaint.Number, OfComplaints);

    public IEnumerable<ActionLink> ActionsOn(DataRequest request) => On(request.Number, OfDataRequests);

    public IEnumerable<ActionLink> ActionsOn(OnwardReferral referral) => On(referral.Number, OnwardOutcome);

    public IEnumerable<ActionLink> HealthCheckActions => Actions.Where(link => OfSupport.Contains(link.Action.Command) && link.Action.Command != OnwardOutcome && !OfMentoring.Contains(link.Action.Command));

    public IEnumerable<ActionLink> ActionsOn(MentoringView mentoring) => On(mentoring.Number, OfMentoring);

    public IEnumerable<ActionLink> ActionsOn(Continuation continuation) => On(continuation.Number, OfContinuations);

    public IEnumerable<ActionLink> ActionsOn(FollowUpCall call) => On(call.Weeks, Ring);

    public IEnumerable<ActionLink> ActionsOn(Visit visit) => On(visit.Number, OfVisits);

    public IEnumerable<ActionLink> ActionsOn(Reoffence reoffence) => On(reoffence.Number, CommandCatalogue.NameOf<FollowUpCommand.RemoveReoffence>());

    public IEnumerable<ActionLink> ActionsOn(CustodyTime time) =>
        Actions.Where(link => link.Action.Command == CommandCatalogue.NameOf<FollowUpCommand.RemoveCustodyTime>() && link.Action.Item == time.From.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>On follow-up as a whole.</summary>
    public IEnumerable<ActionLink> FollowUpActions => Actions.Where(link => OfFollowUp.Contains(link.Action.Command) && link.Action.Item is null);

    /// <summary>Nobody has decided yet on what the person says against it.</summary>
    public bool IsContested(Warning warning) => Agreement.Contested?.Contains(PersonNews.IdOf(NewsKind.Warning, warning.Number)) == true;

    /// <summary>Telling the person something, or correcting when they were told; and what they say to it.</summary>
    public IEnumerable<ActionLink> ActionsOn(PersonNews news) =>
        Actions.Where(link => (link.Action.Command == Tell || link.Action.Command == Answer) && link.Action.Item == news.Id);

    /// <summary>What stands of the answers to a piece of news.</summary>
    public IReadOnlyList<PersonAnswer> AnswersTo(PersonNews news) =>
        [.. (Agreement.Answers ?? []).Where(answer => answer.News == news.Id && !answer.Superseded)];

    public bool MayCorrectAnswers(PersonNews news) => Actions.Any(link => link.Action.Command == Answer && link.Action.Item == news.Id && link.Address is not null);

    /// <summary>Beside the condition itself: assessments are items without a row of their own.</summary>
    public IEnumerable<ActionLink> ActionsBeside(ConditionView condition) => Actions.Where(link =>
        link.Action.Condition == condition.Id && (link.Action.Item is null || link.Action.Command == Assess));

    private IEnumerable<ActionLink> On(int number, params IEnumerable<string> commands) => Actions.Where(link => commands.Contains(link.Action.Command) && link.Action.Item == Numbered(number));

    private static string Numbered(int number) => number.ToString(CultureInfo.InvariantCulture);

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var pages = Service<ActionPages>();
        Actions =
        [
            .. (await Possible()).Select(action => new ActionLink(action, action.Blocked is null ? pages.AddressOf(Reference, action) : null))
                .Where(link => link.Address is not null || link.Action.Blocked is not null),
        ];
        return null;
    }
}
