using Diversion.Functions.WakeUps;
using NodaTime;

namespace Diversion.Azurite.Tests.Recording;

/// <summary>A hub's time in which nothing falls due while a test runs: due moments are a hundred years later, and the same in each run.</summary>
internal sealed class DistantTime : IHubTime
{
    public Instant Of(Instant due) => due + Duration.FromDays(36_525);
}
