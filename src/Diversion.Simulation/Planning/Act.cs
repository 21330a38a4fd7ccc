using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>
/// Something that a person or a feed plans to do. The details are decided at that time, on the agreement in its state then.
/// </summary>
/// <param name="Make">The command, or null when there is nothing left to do. The state is null before the referral.</param>
/// <param name="Otherwise">What is done instead when the command is refused; null gives up.</param>
internal sealed record Act(
    Instant At,
    Func<AgreementState?, Instant, AgreementCommand?> Make,
    Func<AgreementState?, Instant, AgreementCommand?>? Otherwise = null);
