using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Casework.Queries;

/// <summary>Would a command be taken? The same questions as when it is carried out, and nothing is stored.</summary>
public sealed class CommandDryRun(CaseworkService casework)
{
    /// <param name="command">Complete: with who, when and why.</param>
    /// <returns>The refusal that it would get; null when it would be taken.</returns>
    public async ValueTask<Refusal?> Of(AgreementId id, AgreementCommand command, CancellationToken cancellation = default) =>
        AgreementIds.IsWellFormed(id.Value) && await casework.Find(id, cancellation) is { } state
            ? AccessPolicy.MayCommand(command.By, state, command)
                ?? Agreement.Decide(state, command, casework.Rulebook.GroundFor(state, command)).Refusal
            : CaseworkRefusal.Unknown();

    /// <returns>What would follow besides what the command says itself, a sentence each; null when it would be refused.</returns>
    public async ValueTask<IReadOnlyList<string>?> WhatFollows(AgreementId id, AgreementCommand command, CancellationToken cancellation = default) =>
        AgreementIds.IsWellFormed(id.Value) && await casework.Find(id, cancellation) is { } state && AccessPolicy.MayCommand(command.By, state, command) is null
            && Agreement.Decide(state, command, casework.Rulebook.GroundFor(state, command)) is { Refusal: null } decision
            ? ConsequenceWords.Of(command, decision.Events, decision.State, AccessPolicy.Of(command.By, state), done: false)
            : null;

    /// <returns>As <see cref="WhatFollows(AgreementId, AgreementCommand, CancellationToken)"/>, of a case that there is not yet.</returns>
    public IReadOnlyList<string>? WhatFollows(ReferralCommand.Refer command) =>
        Agreement.Decide(null, command, casework.Rulebook.GroundFor(null, command)) is { Refusal: null } decision
            ? ConsequenceWords.Of(command, decision.Events, decision.State, AccessPolicy.Of(command.By, decision.State), done: false)
            : null;
}
