using Diversion.Casework.Actions;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;
using Diversion.Web.Wording;
using static Diversion.Web.Pages.Enrol.EnrolmentLabels;

namespace Diversion.Web.Pages.Enrol;

/// <summary>
/// The progress of an enrolment, computed from the agreement. The domain says what may be done (<see cref="ActionView"/>);
/// this class only puts it in the order in which an officer works.
/// </summary>
/// <param name="offers">The reader's role makes offers: they may choose conditions before an offer can be made.</param>
internal sealed class EnrolmentTasks(AgreementView agreement, IReadOnlyList<ActionView> actions, EligibilityView eligibility, When when, bool offers)
{
    public const string Needs = "needs";
    public const string Goals = "goals";

    private readonly ReferralView referral = agreement.Referral!;
    private readonly IReadOnlyList<VictimState> victims = agreement.Victims ?? [];

    public IReadOnlyList<EnrolmentTask> Case() =>
    [
        new("person", "The person", MayAmend ? Addresses.Person(agreement.Agreement) : null, null, Done),
        new("offence", "The offence", MayAmend ? Addresses.Offence(agreement.Agreement) : null, referral.Offence.Description, Done),
        .. (referral.FurtherOffences ?? []).Select(one =>
            Task($"offence-{one.Number}", $"Offence {one.Number}", Done, CommandCatalogue.NameOf<ReferralCommand.CorrectOffence>(), one.Offence.Description, $"{one.Number}")),
        .. May(CommandCatalogue.NameOf<ReferralCommand.AddOffence>())
            ? [Task("add-another", "Add another offence", Optional, CommandCatalogue.NameOf<ReferralCommand.AddOffence>())]
            : Array.Empty<EnrolmentTask>(),
    ];

    public IReadOnlyList<EnrolmentTask> ChecksAndQuestions() =>
    [
        Check(CheckKind.Safeguarding, "Safeguarding check", RuleIds.CheckSafeguarding, referral.SafeguardingConcern),
        Check(CheckKind.DomesticAbuse, "Domestic-abuse check", RuleIds.CheckDomesticAbuse, referral.DomesticAbuseConcern),
        Task("facts", "Eligibility questions", OfFacts(), CommandCatalogue.NameOf<ReferralCommand.RecordFacts>(), hint: referral.Basis.Open is [var open, ..] && referral.Facts != EligibilityFacts.None ? Labels.Sentence(open) : null),
        Task(
            "risk", "Risk of offending again", referral.Risk.BandInForce is null ? ToDo : Done, CommandCatalogue.NameOf<ReferralCommand.RecordRisk>(),
            hint: referral.Risk.BandInForce is { } band ? $"{RiskBands.InWords(band)}{(referral.Risk.OverrideBand is null ? "" : ", overridden by a sergeant")}" : null),
        .. May(CommandCatalogue.NameOf<ReferralCommand.OverrideRisk>()) ? [Task("override", "Override the risk band", referral.Risk.OverrideBand is null ? Optional : Done, CommandCatalogue.NameOf<ReferralCommand.OverrideRisk>())] : Array.Empty<EnrolmentTask>(),
    ];

    public IReadOnlyList<EnrolmentTask> PersonAndVictim()
    {
        var record = CommandCatalogue.NameOf<VictimCommand.RecordVictim>();
        List<EnrolmentTask> tasks = victims.Count > 0
            ? [.. victims.SelectMany(Victim)]
            : [Task("victim", "Victim", agreement.HasVictim is null ? ToDo : Done, record, hint: agreement.HasVictim == false ? "There is no victim" : null)];
        if (victims.Count > 0 && actions.Any(action => action.Command == record && action.Item is null))
        {
            tasks.Add(Task("another-victim", "Add another victim", Optional, record));
        }
        else if (victims is [{ Details.Name: null }])
        {
            tasks.Add(new EnrolmentTask("another-victim", "Add another victim", null, "Give the first victim a name before you add another.", Optional));
        }

        tasks.Add(Task(Needs, "What the person needs help with", agreement.Needs is { Count: > 0 } ? Done : ToDo, CommandCatalogue.NameOf<ReferralCommand.RecordNeeds>()));
        tasks.Add(Task(Goals, "The person’s own goals", agreement.Goals is { Count: > 0 } ? Done : ToDo, CommandCatalogue.NameOf<ReferralCommand.RecordGoals>()));
        return tasks;
    }

    private IEnumerable<EnrolmentTask> Victim(VictimState victim)
    {
        var (item, several) = ($"{victim.Number}", victims.Count > 1);
        var of = several ? $"-{item}" : "";
        yield return Task($"victim{of}", several ? $"Victim {item}" : "Victim", Done, CommandCatalogue.NameOf<VictimCommand.RecordVictim>(), several ? victim.Details.Name : null, item);
        yield return Task(
            $"views{of}", several ? $"Views of victim {item}" : "Victim’s views", victim.ViewsSought ? Done : ToDo, CommandCatalogue.NameOf<VictimCommand.RecordVictimViews>(),
            victim.ViewsSought ? null : "Needed before conditions are set", item);
        var support = agreement.Obligations.FirstOrDefault(open => open.Rule == RuleIds.VictimSupport && open.Track == Tracks.VictimOf(victim.Number));
        yield return Task(
            $"support{of}", several ? $"Referral of victim {item} to support" : "Referral of the victim to support", victim.ReferredToSupport ? Done : ToDo,
            CommandCatalogue.NameOf<VictimCommand.ReferVictimToSupport>(), support is null ? null : $"By {when.Moment(support.Due)}", item);
    }

    public IReadOnlyList<EnrolmentTask> Decision()
    {
        var open = eligibility.Rules.Count(rule => rule.Answer != Answer.Met && rule.Overridden is null);
        var tasks = new List<EnrolmentTask>
        {
            new(
                "eligibility",
                "Eligibility",
                Addresses.Action<ReferralCommand.ApproveEligibility>(agreement.Agreement),
                eligibility.Decided ? Overridden() : open == 0 ? "Every rule is met. A sergeant approves" : $"{open} of {eligibility.Rules.Count} rules {(open == 1 ? "is" : "are")} not met or not known",
                eligibility.Decided ? Done : agreement.Status == AgreementStatus.Eligible ? new Label("Approve again", "yellow") : Partly),
        };
        var allocate = CommandCatalogue.NameOf<ReferralCommand.AllocateArm>();
        if (referral.Arm is { } arm)
        {
            tasks.Add(new EnrolmentTask("arm", "Trial allocation", Addresses.TrialPlace(agreement.Agreement), Labels.Sentence(ArmWords.Of(arm)), Done));
        }
        else if (actions.FirstOrDefault(action => action.Command == allocate) is { } press)
        {
            tasks.Add(Task("arm", "Ask the trial what it allocates", ToDo, allocate, press.Blocked ?? "A trial is running. It decides whether the person is offered the programme"));
            if (May(CommandCatalogue.NameOf<ReferralCommand.LeaveOutOfTrial>()))
            {
                tasks.Add(Task("leave-out", "Leave the case out of the trial", Optional, CommandCatalogue.NameOf<ReferralCommand.LeaveOutOfTrial>()));
            }
        }

        return tasks;
    }

    public IReadOnlyList<EnrolmentTask> Offer()
    {
        var offered = agreement.Status == AgreementStatus.Offered;
        var offer = actions.FirstOrDefault(action => action.Command == CommandCatalogue.NameOf<OfferCommand.MakeOffer>());
        var tasks = new List<EnrolmentTask>
        {
            offered
                ? new("conditions", "Conditions and offer", null, $"Offered. It lapses at {when.Moment(agreement.Offer!.LapsesAt)}", Done)
                : new(
                    "conditions",
                    "Choose the conditions and offer",
                    offers ? Addresses.Action<OfferCommand.MakeOffer>(agreement.Agreement) : null,
                    offer is null ? "You can choose conditions now. You can make the offer when eligibility is approved" : offer.Blocked,
                    offer is { Blocked: null } ? ToDo : EarlyStart),
            new("paper", "Print the agreement", offered ? Addresses.Paper(agreement.Agreement) : null, null, offered ? new Label("Ready to print", "grey") : Waiting),
            Task("answer", "Record signing or declining", offered ? ToDo : Waiting, CommandCatalogue.NameOf<OfferCommand.SignAgreement>()),
        };
        if (May(CommandCatalogue.NameOf<OfferCommand.WithdrawOffer>()))
        {
            tasks.Add(Task("withdraw", "Withdraw the offer", Optional, CommandCatalogue.NameOf<OfferCommand.WithdrawOffer>(), hint: "To change the conditions, or to make another offer"));
        }

        return tasks;
    }

    /// <summary>
    /// The first open task that can be done: what to do next. Needs and goals are optional, so they hold nothing up once
    /// the person is eligible. Once there is an offer, nothing comes before its answer.
    /// </summary>
    public EnrolmentTask? Next() => agreement.Status == AgreementStatus.Offered
        ? Offer().FirstOrDefault(task => task is { Id: "answer", Href: not null })
        : ChecksAndQuestions().Concat(PersonAndVictim()).Concat(Decision()).Concat(Offer())
            .Where(task => agreement.Status == AgreementStatus.Referred || task.Id is not (Needs or Goals))
            .FirstOrDefault(task => task.Href is not null && (task.Label == ToDo || (task.Id != "eligibility" && task.Label == Partly) || (task.Id == "eligibility" && May(CommandCatalogue.NameOf<ReferralCommand.ApproveEligibility>()))));

    /// <summary>How much of what an officer finds out before the decision is still to be done.</summary>
    public int OpenBeforeDecision => agreement.Status == AgreementStatus.Referred
        ? ChecksAndQuestions().Concat(PersonAndVictim()).Count(task => task.Href is not null && (task.Label == ToDo || task.Label == Partly))
        : 0;

    private static Label EarlyStart => new("Can be prepared", "grey");

    private static Label Optional => new("Optional", "grey");

    private EnrolmentTask Check(CheckKind kind, string title, string rule, bool? concern)
    {
        var due = agreement.Obligations.FirstOrDefault(open => open.Rule == rule);
        return new EnrolmentTask(
            $"check-{kind}".ToLowerInvariant(),
            title,
            actions.Any(action => action.Command == CommandCatalogue.NameOf<ReferralCommand.RecordCheck>() && action.Item == $"{kind}") ? Addresses.Action<ReferralCommand.RecordCheck>(agreement.Agreement, $"{kind}") : null,
            concern switch
            {
                null when due is not null => $"Requested at referral. Due by {when.Moment(due.Due)}",
                true => "There is a concern",
                false => "No concern",
                _ => null,
            },
            concern is null ? ToDo : Done);
    }

    private Label OfFacts()
    {
        var facts = referral.Facts;
        object?[] answers = [facts.CurrentOrders, facts.CoAccusedPending, facts.Admission, facts.SufficientEvidence, facts.PreviousConvictions];
        var given = answers.Count(answer => answer is not null);
        return given == 0 ? ToDo : given == answers.Length && referral.Basis.Open.Count == 0 ? Done : Partly;
    }

    private EnrolmentTask Task(string id, string title, Label label, string command, string? hint = null, string? item = null) =>
        new(id, title, May(command) ? Addresses.Action(agreement.Agreement, command, item) : null, hint, label);

    private bool MayAmend => May(CommandCatalogue.NameOf<ReferralCommand.AmendReferral>());

    private bool May(string command) => actions.Any(action => action.Command == command && action.Blocked is null);

    private string? Overridden() => referral.Overrides.Count switch
    {
        0 => null,
        1 => "Approved, with 1 rule overridden",
        var count => $"Approved, with {count} rules overridden",
    };
}
