using NodaTime;

namespace Diversion.Functions.WakeUps;

/// <summary>
/// When a workflow has to wake by the task hub's clock, which is always the machine's. The programme's clock is the
/// same, except in a demo, whose clock can be moved.
/// </summary>
public interface IHubTime
{
    /// <param name="due">By the programme's clock.</param>
    Instant Of(Instant due);
}
