using Diversion.Domain.Agreements;
using Diversion.Domain.Tests.Fixture;
using FsCheck.Xunit;

namespace Diversion.Domain.Tests.Properties;

/// <summary>What is offered may be done, and what may be done was offered, in every life of an agreement.</summary>
[Properties(Arbitrary = [typeof(Journeys)], MaxTest = 300, QuietOnSuccess = true)]
public sealed class PossibleActionProperties
{
    private static readonly string[] NotItsTime =
        [RefusalCode.WrongStatus, RefusalCode.RoleNotPermitted, RefusalCode.AgreementEnded, RefusalCode.BreachDeciderIsProposer];

    [Property]
    public void What_changes_something_was_offered(Journey journey) => Each(journey, (possible, command, decision) =>
    {
        // Late news of what happened before the end, and an answer after the decision, are accepted, but not asked for.
        if (decision is { Refusal: null, Events.Count: > 0 } && decision.Events[0] is not (Domain.Term.TermEvent.LateNewsReceived or Domain.Telling.TellingEvent.PersonAnswered { Late: true }))
        {
            var offered = Assert.Single(possible, Is(command));
            Assert.Null(offered.Blocked);
        }
    });

    [Property]
    public void What_is_offered_is_not_refused_as_out_of_turn(Journey journey) => Each(journey, (possible, command, decision) =>
    {
        if (possible.Any(action => action.Blocked is null && Is(command)(action)) && decision.Refusal is { } refusal)
        {
            // After an ending contact details are closed but consent can still be withdrawn: one command does both.
            Assert.False(NotItsTime.Contains(refusal.Code) && command is not Domain.Referral.ReferralCommand.ChangeContact, $"{command} {refusal}");
            Assert.False(refusal is Domain.Agreements.Refusal.Unknown and not { Code: RefusalCode.RuleUnknown }, refusal.Message);
        }
    });

    [Property]
    public void What_is_blocked_is_refused_for_that_reason(Journey journey)
    {
        var lived = journey.Live();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var action in Possible(lived.State, People.In(role), lived.Now, lived.Ground).Where(action => action.Blocked is not null))
            {
                var decision = Agreement.Decide(lived.State, action.Specimen, lived.Ground);
                Assert.Equal(action.Blocked, decision.Refusal);
            }
        }
    }

    /// <summary>Every step that somebody takes, with what was offered to them before it.</summary>
    private static void Each(Journey journey, Action<IReadOnlyList<PossibleAction>, AgreementCommand, Decision> check) =>
        journey.Live((before, command, decision, agreement) =>
        {
            var entry = CommandCatalogue.Of(command);
            if (before is null || entry.Roles is [Role.Clock])
            {
                return;
            }

            var by = agreement.LastActor;
            check(Possible(before, by, agreement.Now, agreement.Ground), command, decision);
        });

    private static IReadOnlyList<PossibleAction> Possible(AgreementState state, Actor by, Instant now, Ground ground) =>
        Agreement.Possible(state, by, now, _ => ground);

    private static Predicate<PossibleAction> Is(AgreementCommand command) =>
        action => action.Entry.Command == command.GetType() && action.Subject == command.Subject;
}
