using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Conditions;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.MyWork;

/// <summary>The tasks of one case for one person.</summary>
/// <param name="mine">Whether an obligation is theirs to see.</param>
/// <param name="trial">The trial that is open; null when none is.</param>
internal sealed class WorkItems(AgreementState state, SchemeRules scheme, Actor by, Instant now, Func<Obligation, bool> mine, OpenTrial? trial)
{
    public const int DaysAhead = 7;

    private readonly Instant endOfToday = WorkingCalendar.EndOf(WorkingCalendar.DateOf(now));

    /// <summary>The team responsible for the case is one that the reader manages, so the escalation went to them.</summary>
    private bool Answers => state.Team is { } team && AccessPolicy.TeamsOf(by).Contains(team);

    /// <summary>
    /// A task of the case, and whether it is the user's own obligation or somebody else's overdue one that they were told
    /// of.
    /// </summary>
    public IEnumerable<(WorkItem Item, bool IsOwn)> Pressing()
    {
        foreach (var open in state.Obligations.Where(open => mine(open) && !state.AwaitsOutcome(open)))
        {
            if (Owns(open) || AccessPolicy.WasToldOf(by, open, scheme.Escalation, now))
            {
                yield return (Of(open), Owns(open));
            }
        }

        foreach (var item in AccessPolicy.CollectsEvidence(by) ? Evidence() : [])
        {
            yield return (item, true);
        }

        foreach (var item in BeforeSigning().Where(item => item.Kind == WorkKind.Eligibility || AccessPolicy.PreparesOffers(by) || state.Referral.Officer.Id == by.Id))
        {
            yield return (item, true);
        }
    }

    public IEnumerable<WorkItem> All() => Promises().Concat(Evidence()).Concat(BeforeSigning());

    /// <summary>Overdue obligations of others of which a team manager was told.</summary>
    public IEnumerable<WorkItem> Escalated() => state.KeyWorker?.Id == by.Id || !Answers ? [] : state.Obligations
        .Where(open => mine(open) && open.Owner != Addressee.TeamManager && open.HasReached(Addressee.TeamManager, scheme.Escalation) && !state.AwaitsOutcome(open))
        .Select(open => Of(open) with { Owner = OwnerOf(open), LeadTold = open.RaisedToLeadAt is not null });

    private IEnumerable<WorkItem> Promises()
    {
        foreach (var open in state.Obligations)
        {
            if (mine(open) && (IsTheirs(open) || AccessPolicy.Chases(by, open, now)) && !state.AwaitsOutcome(open))
            {
                yield return Of(open);
            }
        }
    }

    private WorkItem Of(Obligation open)
    {
        var about = open.About();
        if (VisitOf(open, about) is { } visit && visit.StartsAt > now)
        {
            return Item(
                WorkKind.Session,
                visit.StartsAt,
                open.Deadline.Rule,
                $"appointment of {Words.Length(visit.Minutes)} with a service{(visit.Place is { } where ? $", {where}" : "")}",
                "Afterwards, record whether the person came.",
                about,
                null);
        }

        var text = ToPost(open, about) ?? (AccessPolicy.IsPartner(by) ? TaskTexts.ForPartner(open.Deadline.Rule) : TaskTexts.Of(open.Deadline.Rule));
        return AppointmentOf(open, about) is { } coming && coming.StartsAt > now && state.ConditionOrNull(open.Track) is { } condition
            ? Item(
                SubjectWords.Thing(condition) == "meeting" ? WorkKind.Meeting : WorkKind.Session,
                coming.StartsAt,
                open.Deadline.Rule,
                $"{SubjectWords.Thing(condition)} of {Words.Length(coming.Minutes)}{SubjectWords.Which(condition, ", {0}")}{(coming.Place is { } place ? $", {place}" : "")}",
                coming.Notice is null
                    ? "Afterwards, record whether the person came."
                    : "They told us that they cannot come. Move or cancel it, or say with the outcome whether you accept what they told us.",
                about,
                CommandCatalogue.NameOf<AppointmentCommand.RescheduleAppointment>())
            : Item(
                KindOf(open),
                open.Deadline.Due,
                open.Deadline.Rule,
                ChangedMind(open) ?? text.What,
                text.Next,
                about,
                WorkKinds.Next(state, open.Deadline.Rule, about),
                Tracks.VictimIn(open.Track));
    }

    /// <summary>Whoever cannot be sent an email is sent a letter.</summary>
    private TaskText? ToPost(Obligation open, CommandSubject about) =>
        open.Deadline.Rule == RuleIds.TellPerson && !state.Referral.CanBeEmailed() && state.NewsOrNull(about.Item ?? "") is { } news
            ? new TaskText($"Post the letter about {NewsWords.Of(news)}", "Print it, post it, and record the day. If you tell the person yourself, record that instead.")
            : null;

    /// <summary>Why the victim is asked again, if they are.</summary>
    private string? ChangedMind(Obligation open) =>
        open.Deadline.Rule == RuleIds.RestorativeAnswer && state.ConditionOrNull(open.Track) is RestorativeJusticeCondition { NewWish: { } wants }
            ? $"The victim changed their mind: they {(wants ? "want" : "do not want")} restorative justice"
            : null;

    private IEnumerable<WorkItem> Evidence()
    {
        if (!AccessPolicy.Supervises(by))
        {
            yield break;
        }

        foreach (var condition in state.Conditions.OfType<AppointmentCondition>().Where(condition => condition.IsOpen))
        {
            foreach (var missed in condition.Appointments)
            {
                if (missed is { Status: AppointmentStatus.EvidenceAwaited, EvidenceUntil: { } until })
                {
                    yield return Item(
                        WorkKind.Evidence,
                        until,
                        RuleIds.EvidenceAwaited,
                        "Evidence for an absence is awaited",
                        "Ask the person for it, and record it when it comes. Without it the absence becomes unacceptable.",
                        new CommandSubject(condition.Id, missed.Id),
                        CommandCatalogue.NameOf<AppointmentCommand.RecordEvidence>());
                }
            }
        }
    }

    private IEnumerable<WorkItem> BeforeSigning()
    {
        if (!AccessPolicy.IsPolice(by))
        {
            yield break;
        }

        switch (state)
        {
            case { Status: AgreementStatus.Offered, Offer: { } offer }:
                yield return Item(
                    WorkKind.Offer,
                    offer.LapsesAt,
                    RuleIds.OfferLapse,
                    "Record the answer to an offer",
                    "Record the signing or that it was declined, before the offer lapses.",
                    default,
                    CommandCatalogue.NameOf<OfferCommand.SignAgreement>());
                break;
            case { Status: AgreementStatus.Eligible, Referral: { ChecksBack: true, Arm: not TrialArm.Control } } when state.Victims.ViewsSettled == true:
                if (trial?.Awaits(state.Referral, scheme.Vocabulary, WorkingCalendar.DateOf(now)) == true)
                {
                    yield return Item(
                        WorkKind.Offer, state.Referral.ReferredAt, RuleIds.OfferLapse, "Ask the trial what it allocates", "A trial is running. It decides whether the person is offered the programme.", default, CommandCatalogue.NameOf<ReferralCommand.AllocateArm>());
                    break;
                }

                yield return Item(
                    WorkKind.Offer, state.Referral.ReferredAt, RuleIds.OfferLapse, "Make an offer", "Choose the conditions and make the offer.", default, CommandCatalogue.NameOf<OfferCommand.MakeOffer>());
                break;
            case { Status: AgreementStatus.Referred, Referral.ChecksBack: true }:
                yield return Item(
                    WorkKind.Eligibility,
                    state.Referral.ReferredAt,
                    RuleIds.CheckSafeguarding,
                    "Approve eligibility",
                    "The checks are back. A sergeant approves, or the person is found not eligible.",
                    default,
                    CommandCatalogue.NameOf<ReferralCommand.ApproveEligibility>());
                break;
        }
    }

    private WorkItem Item(WorkKind kind, Instant at, string rule, string what, string advice, CommandSubject about, string? next, int? who = null)
    {
        var local = at.InZone(WorkingCalendar.Zone);
        var permitted = next is not null && AccessPolicy.IsForRole(by, next);
        return new WorkItem(
            state.Id.Value,
            state.Referral.Person.Name,
            kind,
            When(kind, at),
            Words.Sentence(what),
            at,
            local.Date,
            local.TimeOfDay,
            RuleTexts.Explain(rule, scheme),
            advice,
            about.Condition,
            about.Item,
            who is { } victim ? SubjectWords.Among(state, victim, null) : SubjectWords.Of(state, about),
            permitted ? next : null,
            permitted ? ActionWords.Label(next!, state, about, by) : null);
    }

    private WorkWhen When(WorkKind kind, Instant at)
    {
        // These have no due moment of their own: they wait to be done.
        if (kind == WorkKind.Eligibility || (kind == WorkKind.Offer && state.Status == AgreementStatus.Eligible))
        {
            return WorkWhen.Today;
        }

        if (at <= now)
        {
            return WorkWhen.Overdue;
        }

        return at <= endOfToday || kind is WorkKind.Outcome or WorkKind.TagEvent or WorkKind.TagRemoval or WorkKind.Referral or WorkKind.CaseOutcome or WorkKind.CustodyNotice or WorkKind.PartnerNote or WorkKind.VictimAnswer or WorkKind.Complaint or WorkKind.TeamRequest ? WorkWhen.Today : WorkWhen.ThisWeek;
    }

    private WorkKind KindOf(Obligation open) =>
        !IsTheirs(open) ? WorkKind.Chase
        : open.Deadline.Rule == RuleIds.PathwayAcceptance && AccessPolicy.IsPartner(by) ? WorkKind.Referral
        : ChangedMind(open) is not null ? WorkKind.VictimAnswer
        : WorkKinds.Of(open.Deadline.Rule);

    private bool Owns(Obligation open) => AccessPolicy.Owns(by, state, open);

    private bool IsTheirs(Obligation open) => AccessPolicy.IsWorkOf(by, state, open);

    private string OwnerOf(Obligation open) => open.Owner switch
    {
        Addressee.KeyWorker when state is { KeyWorker: { } worker, Cover: { } cover } => $"{cover.Worker.Name}, who covers for {worker.Name}",
        Addressee.KeyWorker when state.KeyWorker is { } worker => worker.Name,
        Addressee.PoliceOfficer => state.Referral.Officer.Name,
        Addressee.Facilitator or Addressee.Provider when state.ConditionOrNull(open.Track)?.Partner is { } partner => partner,
        Addressee.Provider when state.Support.PartnerOf(open.Track) is { } partner => partner,
        Addressee.ReceivingManager when state.TeamAsked is { } asked => $"the manager of {asked.Team}",
        _ => Words.Of(open.Owner),
    };

    private Visit? VisitOf(Obligation open, CommandSubject about) =>
        open.Deadline.Rule == RuleIds.VisitOutcome ? state.Visits.FirstOrDefault(visit => visit.Number.ToString(CultureInfo.InvariantCulture) == about.Item) : null;

    private Appointment? AppointmentOf(Obligation open, CommandSubject about) =>
        open.Deadline.Rule == RuleIds.AppointmentOutcome
            ? (state.ConditionOrNull(about.Condition!) as AppointmentCondition)?.AppointmentOrNull(about.Item!)
            : null;
}
