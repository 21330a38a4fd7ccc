using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Conditions;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Messages;
using Diversion.Casework.MyWork;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.DataRights;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Visits;
using Diversion.Web.Pages.Enrol;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>One agreement, for everybody who may read it: its status, what comes next, and what the reader may do now.</summary>
public sealed class IndexModel(ActionsQuery possible, MyWorkQuery work, EligibilityQuery eligibility, PersonMailQuery mails, TimelineQuery timeline, ActionPages pages) : RecordPage
{
    private const int Latest = 5;
    private static readonly string Withdraw = CommandCatalogue.NameOf<BreachCommand.WithdrawWarning>();
    private static readonly string Contest = CommandCatalogue.NameOf<BreachCommand.DecideContest>();
    private static readonly string Tell = CommandCatalogue.NameOf<TellingCommand.TellPerson>();
    private static readonly string Answer = CommandCatalogue.NameOf<TellingCommand.RecordAnswer>();
    private static readonly string Note = CommandCatalogue.NameOf<TermCommand.AddNote>();
    private static readonly string Assess = CommandCatalogue.NameOf<PathwayCommand.RecordPathwayAssessment>();

    /// <summary>Done before the signing, and seldom after it.</summary>
    private static readonly string[] Early =
    [
        CommandCatalogue.NameOf<ReferralCommand.RecordCheck>(), CommandCatalogue.NameOf<ReferralCommand.RecordNeeds>(), CommandCatalogue.NameOf<ReferralCommand.RecordGoals>(),
    ];

    private static readonly string[] OfComplaints =
    [
        CommandCatalogue.NameOf<ComplaintCommand.AcknowledgeComplaint>(), CommandCatalogue.NameOf<ComplaintCommand.AnswerComplaint>(), CommandCatalogue.NameOf<ComplaintCommand.WithdrawComplaint>(),
    ];

    private static readonly string[] OfDataRequests =
    [
        CommandCatalogue.NameOf<DataRequestCommand.MarkPassage>(), CommandCatalogue.NameOf<DataRequestCommand.ExtendDataRequest>(), CommandCatalogue.NameOf<DataRequestCommand.AnswerAccessRequest>(), CommandCatalogue.NameOf<DataRequestCommand.AnswerCorrectionRequest>(),
    ];

    private static readonly string[] OfVisits = [CommandCatalogue.NameOf<VisitCommand.CancelVisit>(), CommandCatalogue.NameOf<VisitCommand.RecordVisit>()];

    private static readonly string[] OfFollowUp = [.. CommandCatalogue.All.Where(entry => entry.Command.IsAssignableTo(typeof(FollowUpCommand))).Select(entry => entry.Name)];

    private static readonly string[] Offers = [CommandCatalogue.NameOf<SupportCommand.OfferHealthCheck>(), CommandCatalogue.NameOf<SupportCommand.MatchMentor>()];
    private static readonly string[] OfMentoring = [CommandCatalogue.NameOf<SupportCommand.LogMentorMeeting>(), CommandCatalogue.NameOf<SupportCommand.EndMentoring>()];
    private static readonly string OnwardOutcome = CommandCatalogue.NameOf<SupportCommand.RecordOnwardOutcome>();

    private static readonly string[] OfSupport = [.. CommandCatalogue.All.Where(entry => entry.Command.IsAssignableTo(typeof(SupportCommand))).Select(entry => entry.Name).Where(name => !Offers.Contains(name))];

    private static readonly string[] Beside = [Withdraw, Contest, Tell, Answer, .. OfComplaints, .. OfDataRequests, .. OfVisits, .. OfFollowUp, .. OfSupport];

    /// <summary>What may be done, each with its page; an action that only a rule forbids has a reason instead of a page.</summary>
    public IReadOnlyList<ActionLink> Actions { get; private set; } = [];

    /// <summary>The reader's first task on the case; null when there is nothing that they can do now.</summary>
    public NextStep? Next { get; private set; }

    /// <summary>Emails to the person, by piece of news.</summary>
    public IReadOnlyDictionary<string, PersonMail> Mails { get; private set; } = new Dictionary<string, PersonMail>();

    /// <summary>Latest events; empty for those who have to open the timeline separately, null for those who do not see it.</summary>
    public IReadOnlyList<TimelineItem>? LastHappened { get; private set; }

    public IEnumerable<ActionLink> ActionsOf(string? condition, string? item = null) =>
        Actions.Where(link => link.Action.Condition == condition && link.Action.Item == item);

    /// <summary>
    /// Actions on the agreement as a whole; withdrawing a warning is beside the warning. Once it is signed, actions from
    /// before signing are seldom needed and come last.
    /// </summary>
    public IEnumerable<ActionLink> OwnActions => Actions
        .Where(link => link.Action.Condition is null && !Beside.Contains(link.Action.Command))
        .OrderBy(link => Agreement.Term is null || link.Action.Command == Note ? 0 : Early.Contains(link.Action.Command) ? 2 : 1);

    public IEnumerable<ActionLink> ActionsOn(Warning warning) => Actions.Where(link =>
        (link.Action.Command == Withdraw && link.Action.Item == warning.Number.ToString(CultureInfo.InvariantCulture))
        || (link.Action.Command == Contest && link.Action.Item == PersonNews.IdOf(NewsKind.Warning, warning.Number)));

    public IEnumerable<ActionLink> ActionsOn(Complaint complaint) =>
        Actions.Where(link => OfComplaints.Contains(link.Action.Command) && link.Action.Item == complaint.Number.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<ActionLink> ActionsOn(DataRequest request) =>
        Actions.Where(link => OfDataRequests.Contains(link.Action.Command) && link.Action.Item == request.Number.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<ActionLink> ActionsOn(OnwardReferral referral) =>
        Actions.Where(link => link.Action.Command == OnwardOutcome && link.Action.Item == referral.Number.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<ActionLink> HealthCheckActions => Actions.Where(link => OfSupport.Contains(link.Action.Command) && link.Action.Command != OnwardOutcome && !OfMentoring.Contains(link.Action.Command));

    public IEnumerable<ActionLink> ActionsOn(MentoringView mentoring) =>
        Actions.Where(link => OfMentoring.Contains(link.Action.Command) && link.Action.Item == mentoring.Number.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<ActionLink> ActionsOn(Visit visit) =>
        Actions.Where(link => OfVisits.Contains(link.Action.Command) && link.Action.Item == visit.Number.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<ActionLink> ActionsOn(Reoffence reoffence) =>
        Actions.Where(link => link.Action.Command == CommandCatalogue.NameOf<FollowUpCommand.RemoveReoffence>() && link.Action.Item == reoffence.Number.ToString(CultureInfo.InvariantCulture));

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

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await possible.Of(Reference, By, Now, Cancellation) is Reply<IReadOnlyList<ActionView>>.Given { Value: var all })
        {
            Actions =
            [
                .. all.Select(action => new ActionLink(action, action.Blocked is null ? pages.AddressOf(Reference, action) : null))
                    .Where(link => link.Address is not null || link.Action.Blocked is not null),
            ];
        }

        var views = Actions.Select(link => link.Action).ToArray();
        Next = await work.First(Reference, By, Now, views, Cancellation) is { } item && pages.AddressOf(Reference, item.Next!, item.Condition, item.Item) is { } address
            ? new NextStep(WorkTexts.What(item), WorkTexts.When(item, Service<When>()), item.Advice, address, item.NextLabel!)
            : await OfEnrolment(views);

        Mails = await mails.Of(Reference, By, Cancellation);

        // For somebody from outside the case the timeline is a separate access, logged when they open it.
        if (AccessRequest.Reason is not null)
        {
            LastHappened = [];
        }
        else if (await timeline.Of(Reference, AccessRequest, newestFirst: true, Latest, null, Cancellation) is Reply<Page<TimelineItem>>.Given { Value: var last })
        {
            LastHappened = last.Items;
        }

        return null;
    }

    /// <summary>Before signing the officer also has questions to answer that have no deadline of their own.</summary>
    private async ValueTask<NextStep?> OfEnrolment(IReadOnlyList<ActionView> views)
    {
        if (!AccessPolicy.PreparesOffers(By) || AccessRequest.Reason is not null || Agreement is not { Term: null, Ended: false, Referral: not null }
            || await eligibility.Of(Reference, AccessRequest, Cancellation) is not Reply<EligibilityView>.Given { Value: var rules }
            || new EnrolmentTasks(Agreement, views, rules, Service<When>(), offers: true).Next() is not { Href: { } address } task)
        {
            return null;
        }

        var when = Agreement.Status == AgreementStatus.Referred ? "Needed before eligibility is decided" : "To be done next";
        return new NextStep(task.Title, when, task.Hint is { } hint ? $"{hint}." : "", address, ActionWords.Label(address.Split('/')[3]));
    }
}
