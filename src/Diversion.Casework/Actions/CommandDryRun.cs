using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
using Diversion.Casework.Services;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Streams;

namespace Diversion.Casework.Actions;

/// <summary>Whether a command would be accepted. Uses the same checks as executing it; nothing is stored.</summary>
public sealed class CommandDryRun(Records records, IOtherAppointments others, ServiceNames services)
{
    /// <param name="command">Complete: with who, when and why.</param>
    /// <returns>The refusal that it would get; null when it would be accepted.</returns>
    public async ValueTask<Refusal?> Of(AgreementId id, AgreementCommand command, CancellationToken cancellation = default) =>
        await records.Find(id.Value, cancellation) is { } state
            ? AccessPolicy.MayCommand(command.By, state, command) ?? (await Decide(state, command, cancellation)).Refusal
            : CaseworkRefusal.Unknown();

    /// <returns>What would follow in addition to the command's own effect, one sentence each; null when it would be refused.</returns>
    public async ValueTask<IReadOnlyList<string>?> WhatFollows(AgreementId id, AgreementCommand command, CancellationToken cancellation = default) =>
        await records.Find(id.Value, cancellation) is { } state && AccessPolicy.MayCommand(command.By, state, command) is null
            && await Decide(state, command, cancellation) is { Refusal: null } decision
            ? ConsequenceWords.Of(command, decision.Events, decision.State, AccessPolicy.Of(command.By, state), done: false)
            : null;

    /// <returns>Like <see cref="WhatFollows(AgreementId, AgreementCommand, CancellationToken)"/>, for a case that does not
    /// exist yet.</returns>
    public IReadOnlyList<string>? WhatFollows(ReferralCommand.Refer command) =>
        Agreement.Decide(null, command, records.Rulebook.RulesInForceFor(null, command)) is { Refusal: null } decision
            ? ConsequenceWords.Of(command, decision.Events, decision.State, AccessPolicy.Of(command.By, decision.State), done: false)
            : null;

    private async ValueTask<Decision<AgreementState, AgreementEvent>> Decide(AgreementState state, AgreementCommand given, CancellationToken cancellation)
    {
        var command = await services.Of(given, cancellation);
        return Agreement.Decide(state, command, await others.WithOtherAppointments(records.Rulebook.RulesInForceFor(state, command), state, command, cancellation));
    }
}
