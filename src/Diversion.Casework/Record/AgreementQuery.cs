using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Conditions;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;

namespace Diversion.Casework.Record;

/// <summary>One agreement, with the parts that the viewer may see.</summary>
public sealed class AgreementQuery(RecordAccess access, Records records)
{
    public async ValueTask<Reply<AgreementView>> Of(string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        var reply = await access.At(reference, request, "record", cancellation: cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        var view = Show(seen.State, seen.RecordVisibility, request.By, records.Rulebook.SchemeOf(seen.State)) with
        {
            Sharing = SharingView.Of(seen.State, seen.RecordVisibility, records.Rulebook.Programme.Staff.Sharing),
        };
        if (seen.RecordVisibility.Notes)
        {
            view = view with { Conditions = [.. view.Conditions.Select(condition => ConditionViews.WithClashes(condition, seen.State, request.At))] };
        }

        return AccessPolicy.IsPartner(request.By) ? await ForPartner(view, seen.State, cancellation)
            : seen.RecordVisibility.Notes && seen.State.Obligations.Any(open => open.Deadline.Rule == RuleIds.PartnerNoteRead) ? await WithNotes(view, seen.State, cancellation)
            : view;
    }

    /// <summary>
    /// The notes on each condition, newest first: for the partner who carries it out, and for the key worker who has to
    /// read what they wrote.
    /// </summary>
    private async ValueTask<AgreementView> WithNotes(AgreementView view, AgreementState state, CancellationToken cancellation)
    {
        var notes = new List<(string Condition, NoteView Note)>();
        foreach (var recorded in await records.Events(state.Id, cancellation))
        {
            if (recorded.Event is TermEvent.NoteAdded { ConditionId: { } id } note)
            {
                notes.Insert(0, (id, new NoteView(recorded.At, recorded.By.Name, recorded.By.Role, note.Text)));
            }
        }

        return view with
        {
            Conditions = [.. view.Conditions.Select(condition => condition with { Notes = [.. notes.Where(one => one.Condition == condition.Id).Select(one => one.Note)] })],
        };
    }

    /// <summary>What a partner needs for their part: whom to ring, and what was written about their condition.</summary>
    private async ValueTask<AgreementView> ForPartner(AgreementView view, AgreementState state, CancellationToken cancellation)
    {
        var person = state.Referral.Person;
        var worker = state.Cover?.Worker ?? state.KeyWorker;
        var known = records.Rulebook.Programme.Staff.KeyWorker(worker?.Id) ?? worker;
        return await WithNotes(view, state, cancellation) with
        {
            Contacts = new ContactsView(person.ContactConsent ? person.Phone : null, person.ContactConsent, person.PreferredContact, known?.Email, known?.Phone),
        };
    }

    internal static ChargeByView Show(ChargeBy chargeBy, SchemeRules scheme) =>
        new(chargeBy.Date, chargeBy.Rule, RuleTexts.Explain(chargeBy.Rule, scheme), TermRule.LatestSigning(chargeBy, scheme));

    private static AgreementView Show(AgreementState state, RecordVisibility visible, Actor by, SchemeRules scheme)
    {
        var partner = AccessPolicy.IsPartner(by);
        var (conditions, support) = (AccessPolicy.ConditionsOf(by, state), AccessPolicy.SupportTracksOf(by, state));
        var status = AccessPolicy.StatusFor(by, state.Status);
        bool Concerns(string track, string rule) =>
            !partner || conditions.Any(condition => condition.Id == track) || support.Contains(track)
            || (Tracks.VictimIn(track) is { } victim && visible.SeesVictim(victim) && rule is not (RuleIds.VictimRequestAcknowledged or RuleIds.VictimRequestAnswered));

        var view = new AgreementView(
            state.Id.Value,
            state.Version,
            status,
            Words.Of(status),
            state.IsTerminal,
            state.EndedAt,
            state.Scheme.ToString(),
            state.Referral.Person.Name,
            state.KeyWorker?.Name,
            state.Term is { } term ? new TermView(term.SignedOn, term.LastDay, term.Version, term.ExtendedDays, term.ConcludingUntil) : null,
            [.. conditions.Select(condition => ConditionViews.Of(condition, state, visible, partner, scheme))],
            [.. state.Obligations.Where(open => Concerns(open.Track, open.Deadline.Rule) && AccessPolicy.MaySeeObligation(visible, open.Id)).OrderBy(open => open.Deadline.Due).Select(open => ObligationView.Of(open, state.Victims, scheme))],
            [.. Agreement.Due(state).Where(moment => Concerns(moment.Track, moment.Rule) && AccessPolicy.MaySeeObligation(visible, moment.Subject)).Select(moment => DueView.Of(moment, state, scheme))]);
        return WithPerson(WithCourse(view, state, visible, by, scheme), state, visible, scheme) with
        {
            Circumstances = visible.Person ? state.Referral.Circumstances : partner ? state.Referral.Circumstances.ForPartner() : null,
            Visits = (partner || visible.Timeline) && AccessPolicy.VisitsOf(by, state).ToArray() is { Length: > 0 } visits ? visits : null,
            StaffRisk = AccessPolicy.MeetsPerson(by, state) ? state.Referral.StaffRisk : null,
            KeyWorkerId = partner ? null : state.KeyWorker?.Id,
            Keeping = partner || state.Keeping is not { } keeping ? null : KeptRecordView.Of(keeping),
            HandedOver = partner || state.HandedOver is not { } handed
                ? null
                : new HandedOverView(handed.Organisation, handed.Contact, handed.By, handed.At, handed.ConfirmedBy, handed.ConfirmedAt, TransferWords.ChargeBy(handed)),
            Origin = partner ? null : state.Origin,
            TeamAsked = partner ? null : state.TeamAsked,
            CourtesySupervision = visible.Notes || state.CourtesySupervision is not { } courtesy ? state.CourtesySupervision : courtesy with { Said = null },
            HealthCheck = HealthCheckView.Of(state, by, visible),
            Mentoring = MentoringView.Of(state, by, visible),
            ExitPlan = ExitPlanView.Of(state, visible),
            WorkerHandover = partner || state.WorkerHandover is not { } handover ? null : visible.Notes ? handover : handover with { Note = null },
            KeyWorkerChanges = partner || state.KeyWorker is null ? null : state.KeyWorkerChanges,
            Cover = state.Cover is { } cover ? new CoverView(cover.Worker.Name, cover.Until) : null,
        };
    }

    private static AgreementView WithPerson(AgreementView view, AgreementState state, RecordVisibility visible, SchemeRules scheme)
    {
        var referral = state.Referral;
        return view with
        {
            Person = visible.Person ? referral.Person : null,
            FailingContacts = visible.Person && !referral.Failing.IsEmpty ? referral.Failing : null,
            Needs = visible.Person ? referral.Needs : null,
            UnmetNeeds = visible.Person && !referral.UnmetNeeds.IsEmpty ? referral.UnmetNeeds : null,
            Goals = visible.Person ? referral.Goals : null,
            HasVictim = visible.Victim ? state.Victims.Any : null,
            Victims = visible.Victim ? [.. state.Victims.All.Where(victim => visible.SeesVictim(victim.Number)).Select(victim => visible.SeesRequests(victim.Number) ? victim : victim with { Requests = [] })] : null,
            Referral = visible.Offence
                ? new ReferralView(
                    referral.ReferredAt,
                    referral.Officer,
                    referral.Offence,
                    Show(referral.ChargeBy, scheme),
                    referral.Facts,
                    referral.Risk,
                    referral.Answers,
                    referral.Overrides,
                    referral.SafeguardingConcern,
                    referral.DomesticAbuseConcern,
                    referral.Arm,
                    referral.RiskOverride) { FurtherOffences = referral.FurtherOffences is { IsEmpty: false } more ? more : null, Basis = CaseBasisView.Of(state, scheme), Trial = TrialPlaceView.Of(state) }
                : null,
        };
    }

    /// <summary>Partners do not see warnings, failures or a proposed breach.</summary>
    private static AgreementView WithCourse(AgreementView view, AgreementState state, RecordVisibility visible, Actor by, SchemeRules scheme) => !visible.Timeline ? view : view with
    {
        Offer = state.Offer is { } offer ? new OfferView(offer.Conditions, offer.MadeAt, offer.LapsesAt, scheme.RouteOf(state.Referral.Facts.Route)?.Explain ?? []) : null,
        Failures = state.Failures,
        Warnings = state.Warnings,
        News = visible.Notes ? state.News : [.. state.News.Select(static news => news.Told is { } told ? news with { Told = told with { Said = null } } : news)],
        Answers =
        [
            .. state.Answers.Select(answer => AccessPolicy.MayReadAnswer(visible, answer.News)
                ? answer
                : answer with { Said = null, Through = null }),
        ],
        Contested = state.Obligations.Where(open => open.Deadline.Rule == RuleIds.WarningContest).Select(open => open.About().Item!).ToArray() is { Length: > 0 } contested ? contested : null,
        Complaints = state.Complaints.Where(complaint => visible.SeesComplaint(complaint.Number)).Select(complaint => visible.ReadsComplaint(complaint.Number) ? complaint : complaint with
        {
            What = null,
            Who = null,
            Acknowledged = complaint.Acknowledged is { } acknowledged ? acknowledged with { Said = null } : null,
            Answered = complaint.Answered is { } answered ? answered with { Said = null } : null,
        }).ToArray() is { Length: > 0 } complaints ? complaints : null,
        DataRequests = visible.Person && !state.DataRequests.IsEmpty ? [.. state.DataRequests.Select(static request => request with { Marks = [] })] : null,
        Breach = state.Breach is { } breach
            ? new BreachView(breach.Number, breach.Cause, breach.ProposedAt, breach.ProposerRole, breach.Decide.Due)
            {
                ProofTakenBack = breach.ProofTakenBack,
                BasisTakenBack = breach.BasisTakenBack,
                AnswerUntil = breach.AnswerUntil,
                AnswerAwaited = breach.AnswerAwaited,
            }
            : null,
        Alerts = [.. state.Alerts.Where(alert => AccessPolicy.MaySeeAlert(visible, alert))],
        CaseOutcome = state.CaseOutcome,
        FollowUp = FollowUpView.Of(state),
        CustodyNotices = visible.Offence && !state.EarlyNotices.IsEmpty ? state.EarlyNotices : null,
    };
}
