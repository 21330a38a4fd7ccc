using Diversion.Casework.Access;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;

namespace Diversion.Casework.Queries;

/// <summary>One agreement, with the parts that the viewer may see.</summary>
public sealed class AgreementQuery(Looking looking, CaseworkService casework)
{
    public async ValueTask<Reply<AgreementView>> Of(string reference, Look look, CancellationToken cancellation = default)
    {
        var reply = await looking.At(reference, look, "record", cancellation: cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        var view = Show(seen.State, seen.Sight, look.By, casework.Rulebook.SchemeOf(seen.State));
        return AccessPolicy.IsPartner(look.By) ? await ForPartner(view, seen.State, cancellation)
            : seen.Sight.Notes && seen.State.Obligations.Any(open => open.Deadline.Rule == RuleIds.PartnerNoteRead) ? await WithNotes(view, seen.State, cancellation)
            : view;
    }

    /// <summary>
    /// The notes on each condition, newest first: for the partner who carries it out, and for the key worker who has to
    /// read what they wrote.
    /// </summary>
    private async ValueTask<AgreementView> WithNotes(AgreementView view, AgreementState state, CancellationToken cancellation)
    {
        var notes = new List<(string Condition, NoteView Note)>();
        await foreach (var recorded in casework.Events(state.Id, cancellation))
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
        var known = casework.Rulebook.Programme.Staff.KeyWorker(worker?.Id) ?? worker;
        return await WithNotes(view, state, cancellation) with
        {
            Contacts = new ContactsView(person.ContactConsent ? person.Phone : null, person.ContactConsent, known?.Email, known?.Phone),
        };
    }

    internal static ChargeByView Show(ChargeBy chargeBy, SchemeRules scheme) =>
        new(chargeBy.Date, chargeBy.Rule, RuleTexts.Explain(chargeBy.Rule, scheme), TermRule.LatestSigning(chargeBy, scheme));

    private static AgreementView Show(AgreementState state, Sight sight, Actor by, SchemeRules scheme)
    {
        var partner = AccessPolicy.IsPartner(by);
        var conditions = AccessPolicy.ConditionsOf(by, state);
        var status = AccessPolicy.StatusFor(by, state.Status);
        bool Concerns(string track) =>
            !partner || conditions.Any(condition => condition.Id == track) || (track == Tracks.Victim && sight.Victim);

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
            [.. conditions.Select(condition => ConditionViews.Of(condition, sight, partner, scheme))],
            [.. state.Obligations.Where(open => Concerns(open.Track)).OrderBy(open => open.Deadline.Due).Select(open => ObligationView.Of(open, scheme))],
            [.. Agreement.Due(state).Where(moment => Concerns(moment.Track)).Select(moment => DueView.Of(moment, state, scheme))]);
        return WithPerson(WithCourse(view, state, sight), state, sight, scheme) with
        {
            KeyWorkerId = partner ? null : state.KeyWorker?.Id,
            Cover = state.Cover is { } cover ? new CoverView(cover.Worker.Name, cover.Until) : null,
        };
    }

    private static AgreementView WithPerson(AgreementView view, AgreementState state, Sight sight, SchemeRules scheme)
    {
        var referral = state.Referral;
        return view with
        {
            Person = sight.Person ? referral.Person : null,
            Needs = sight.Person ? referral.Needs : null,
            Goals = sight.Person ? referral.Goals : null,
            Victim = sight.Victim ? state.Victim : null,
            Referral = sight.Offence
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
                    referral.RiskOverride)
                : null,
        };
    }

    /// <summary>Partners do not see warnings, failures or a proposed breach.</summary>
    private static AgreementView WithCourse(AgreementView view, AgreementState state, Sight sight) => !sight.Timeline ? view : view with
    {
        Offer = state.Offer is { } offer ? new OfferView(offer.Conditions, offer.MadeAt, offer.LapsesAt) : null,
        Failures = state.Failures,
        Warnings = state.Warnings,
        News = sight.Notes ? state.News : [.. state.News.Select(static news => news.Told is { } told ? news with { Told = told with { Said = null } } : news)],
        Answers = sight.Notes ? state.Answers : [.. state.Answers.Select(static answer => answer with { Said = null, Through = null })],
        Breach = state.Breach is { } breach
            ? new BreachView(breach.Number, breach.Cause, breach.ProposedAt, breach.ProposerRole, breach.Decide.Due)
            {
                ProofTakenBack = breach.ProofTakenBack,
                GroundLost = breach.GroundLost,
                AnswerUntil = breach.AnswerUntil,
                AnswerAwaited = breach.AnswerAwaited,
            }
            : null,
        Alerts = state.Alerts,
        CaseOutcome = state.CaseOutcome,
        CustodyNotices = sight.Offence && !state.EarlyNotices.IsEmpty ? state.EarlyNotices : null,
    };
}
