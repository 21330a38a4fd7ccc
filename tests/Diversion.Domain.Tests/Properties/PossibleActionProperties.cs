using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;
using FsCheck.Xunit;

namespace Diversion.Domain.Tests.Properties;

/// <summary>What is offered may be done, and what may be done was offered, in every life of an agreement.</summary>
[Lives]
public sealed class PossibleActionProperties
{
    private static readonly string[] NotItsTime =
        [RefusalCode.WrongStatus, RefusalCode.RoleNotPermitted, RefusalCode.AgreementEnded, RefusalCode.BreachDeciderIsProposer];

    [Property]
    public void Every_command_that_changes_something_was_offered(Journey journey) => Each(journey, (possible, command, decision) =>
    {
        // Late news of what happened before the end, an answer after the decision and what comes in with a bundle are accepted, but not asked for.
        if (decision is { Refusal: null, Events.Count: > 0 } && decision.Events[0] is not (Domain.Term.TermEvent.LateNewsReceived or Domain.Telling.TellingEvent.PersonAnswered { Late: true } or Domain.Transfers.TransferEvent.TransferReceived))
        {
            var offered = Assert.Single(possible, Is(command));
            Assert.Null(offered.Blocked);
        }
    });

    [Property]
    public void An_offered_action_is_not_refused_for_its_timing(Journey journey) => Each(journey, (possible, command, decision) =>
    {
        if (possible.Any(action => action.Blocked is null && Is(command)(action)) && decision.Refusal is { } refusal)
        {
            // After an ending contact details are closed but consent can still be withdrawn: one command does both.
            Assert.False(NotItsTime.Contains(refusal.Code) && command is not Domain.Referral.ReferralCommand.ChangeContact, $"{command} {refusal}");
            Assert.False(refusal is Domain.Agreements.Refusal.Unknown and not { Code: RefusalCode.RuleUnknown }, refusal.Message);
        }
    });

    [Property]
    public void A_blocked_action_is_refused_for_that_reason(Journey journey)
    {
        var lived = journey.Live();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var action in Possible(lived.State, People.In(role), lived.Now, lived.RulesInForce).Where(action => action.Blocked is not null))
            {
                var decision = Agreement.Decide(lived.State, action.Candidate, lived.RulesInForce);
                Assert.Equal(action.Blocked, decision.Refusal);
            }
        }
    }

    /// <summary>Every step that somebody takes, with what was offered to them before it.</summary>
    private static void Each(Journey journey, Action<IReadOnlyList<PossibleAction>, AgreementCommand, Decision<AgreementState, AgreementEvent>> check) =>
        journey.Live((before, command, decision, agreement) =>
        {
            // What a trial has drawn comes to the case by itself.
            var entry = CommandCatalogue.Of(command);
            if (before is null || entry.Roles is [Role.Clock] || command is Domain.Referral.ReferralCommand.AllocateArm { Drawn: not null })
            {
                return;
            }

            var by = agreement.LastActor;
            check(Possible(before, by, agreement.Now, agreement.RulesInForce), command, decision);
        });

    private static IReadOnlyList<PossibleAction> Possible(AgreementState state, Actor by, Instant now, RulesInForce inForce) =>
        Agreement.Possible(state, by, now, _ => inForce);

    private static Predicate<PossibleAction> Is(AgreementCommand command) =>
        action => action.Entry.Command == command.GetType() && action.Subject == command.Subject;
}
