using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Conditions;
using Diversion.Casework.Record;
using Diversion.Casework.Services;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Actions;

/// <summary>
/// What a drafter may choose: conditions of an offer, a variation or a substitution, and the days of an extension. For
/// those who may give the command; a whole draft is checked by <see cref="CommandDryRun"/>.
/// </summary>
public sealed class ChoicesQuery(Records records, ServiceFinder services)
{
    public async ValueTask<Reply<OfferChoices>> ForOffer(string reference, Actor by, Instant now, CancellationToken cancellation = default)
    {
        var least = new OfferCommand.MakeOffer([new ConditionTerms.NoReoffending()]) { By = by, At = now };
        var drafting = await Drafting(reference, least, cancellation);
        var found = await Services(drafting, now, cancellation);
        return drafting.Then<OfferChoices>(state =>
        {
            var inForce = records.Rulebook.RulesInForceFor(state, least);
            var scheme = inForce.Scheme;
            var lastDay = TermRule.LastDay(WorkingCalendar.DateOf(now), scheme.Term);
            return new OfferChoices(
                Agreement.Decide(state, least, inForce).Refusal?.Message,
                Limits(scheme),
                Show(ConditionChoices.ForOffer(state, scheme)),
                state.Referral.Needs,
                lastDay,
                AgreementQuery.Show(state.Referral.ChargeBy, scheme),
                TermRule.CheckChargeBy(state.Referral.ChargeBy, lastDay, scheme, "An agreement signed today")?.Message) { Services = found };
        });
    }

    /// <param name="remove">Ids of the conditions to remove; for a substitution, the one that is replaced.</param>
    public async ValueTask<Reply<VariationChoices>> ForVariation(
        string reference, Actor by, Instant now, ImmutableArray<string> remove, CancellationToken cancellation = default)
    {
        var vary = new TermCommand.VaryAgreement(Remove: remove, ParticipantAgreed: true) { By = by, At = now };
        var drafting = await Drafting(reference, vary, cancellation);
        var found = await Services(drafting, now, cancellation);
        return drafting.Then<VariationChoices>(state =>
        {
            var scheme = records.Rulebook.SchemeOf(state);
            return state.Status.IsRunning()
                ? new VariationChoices(
                    Limits(scheme),
                    [.. state.Conditions.Select(one => new LetGoView(one.Id, ConditionWords.Of(one), ConditionChoices.AgainstLettingGo(state, one.Id)?.Message))],
                    Show(ConditionChoices.ForVariation(state, scheme, now, remove))) { Services = found }
                : CaseworkRefusal.NotRunning();
        });
    }

    /// <summary>Also for an extension that decides a breach.</summary>
    public async ValueTask<Reply<ExtensionChoices>> ForExtension(string reference, Actor by, Instant now, CancellationToken cancellation = default)
    {
        var extend = new TermCommand.ExtendTerm(default, true) { By = by, At = now };
        return (await Drafting(reference, extend, cancellation)).Then<ExtensionChoices>(state =>
        {
            if (!state.Status.IsRunning() || state.Term is not { } term)
            {
                return CaseworkRefusal.NotRunning();
            }

            var inForce = records.Rulebook.RulesInForceFor(state, extend);
            var limit = ExtensionLimit.Of(state, inForce.Scheme);
            var refused = Agreement.Decide(state, Shortest(state, term, by, now), inForce).Refusal;
            return new ExtensionChoices(
                term.LastDay,
                limit.DaysLeft,
                refused is null ? limit.LatestDay : null,
                limit.ByChargeBy,
                AgreementQuery.Show(state.Referral.ChargeBy, inForce.Scheme),
                refused?.Message);
        });
    }

    /// <summary>Tries the earliest day: whatever forbids that forbids every extension.</summary>
    private static AgreementCommand Shortest(AgreementState state, TermState term, Actor by, Instant now)
    {
        var day = ExtensionLimit.EarliestDay(term, WorkingCalendar.DateOf(now));
        AgreementCommand shortest = state.Status == AgreementStatus.BreachReview
            ? new BreachCommand.DecideBreach(BreachDecision.Extend, day, ParticipantAgreed: true)
            : new TermCommand.ExtendTerm(day, true);
        return shortest with { By = by, At = now, Reason = "What may be chosen?" };
    }

    /// <summary>Those of the directory that fit the person, nearest first, and then the others with why not.</summary>
    private async ValueTask<IReadOnlyList<ServiceChoice>> Services(Reply<AgreementState> drafting, Instant now, CancellationToken cancellation) =>
        drafting is Reply<AgreementState>.Given { Value: var state } ? await services.Choices(state, now, cancellation) : [];

    private async ValueTask<Reply<AgreementState>> Drafting(string reference, AgreementCommand command, CancellationToken cancellation)
    {
        if (!AccessPolicy.IsForRole(command.By, CommandCatalogue.Of(command).Name))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (await records.Find(reference, cancellation) is not { } state)
        {
            return CaseworkRefusal.Unknown();
        }

        return AccessPolicy.MayCommand(command.By, state, command) is { } forbidden ? forbidden : state;
    }

    private static DraftLimits Limits(SchemeRules scheme) => new(
        scheme.Conditions.Most,
        scheme.Conditions.MostPathways,
        scheme.Reparation.DefaultHours,
        scheme.Reparation.LeastHours,
        scheme.Reparation.MostHours)
    {
        Courses = [.. scheme.AllCourses().Select(course => new CourseChoice(course.Id, course.Title, course.Sessions, course.LeastSessions))],
        MostDonationPence = scheme.Donation?.MostPence,
    };

    private static IReadOnlyList<ConditionChoiceView> Show(ImmutableArray<ConditionChoice> choices) =>
    [
        .. choices.Select(choice => new ConditionChoiceView(
            choice.Kind,
            choice.Need,
            choice.Need is { } need ? $"pathway: {Words.Of(need)}" : Words.Of(choice.Kind),
            choice.IsMandatory,
            choice.Against?.Message)),
    ];
}
