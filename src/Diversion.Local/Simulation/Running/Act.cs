using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Local.Simulation.Running;

/// <summary>Something that a person or a feed means to do. What exactly, they decide when the time has come, on the agreement as it then is.</summary>
/// <param name="Make">The command, or null when there is nothing to do any more. Null state before the referral.</param>
/// <param name="Otherwise">What is done instead when the command is refused; null gives up.</param>
internal sealed record Act(
    Instant At,
    Func<AgreementState?, Instant, AgreementCommand?> Make,
    Func<AgreementState?, Instant, AgreementCommand?>? Otherwise = null);
