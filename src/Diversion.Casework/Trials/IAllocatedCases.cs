using Diversion.Domain.Agreements;
using Diversion.Domain.Trials;
using NodaTime;

namespace Diversion.Casework.Trials;

/// <summary>The cases that follow a trial.</summary>
public interface IAllocatedCases
{
    /// <summary>Writes the arm on the case. Doing it again changes nothing.</summary>
    /// <returns>Null when the case has its arm.</returns>
    ValueTask<Refusal?> Follow(AgreementId agreement, DrawnArm drawn, Instant now, CancellationToken cancellation);
}
