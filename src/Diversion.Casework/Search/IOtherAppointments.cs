using Diversion.Domain.Agreements;

namespace Diversion.Casework.Search;

/// <summary>What the person has to keep in other agreements: a booking must not overlap it.</summary>
public interface IOtherAppointments
{
    /// <returns>The rules for a command, with the appointments of other agreements where it books one.</returns>
    ValueTask<RulesInForce> WithOtherAppointments(RulesInForce inForce, AgreementState state, AgreementCommand command, CancellationToken cancellation);
}
