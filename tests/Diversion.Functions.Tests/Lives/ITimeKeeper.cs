using Diversion.Casework.Agreements;
using NodaTime;

namespace Diversion.Functions.Tests.Lives;

/// <summary>A host that lets time pass: the loop of one process, or the workflows.</summary>
internal interface ITimeKeeper
{
    CaseworkService Casework { get; }

    /// <summary>Processes everything that is due until then.</summary>
    Task RunTo(Instant until);

    /// <summary>Called after each command of a person: waits for what it brought about, where a test needs that.</summary>
    Task Settle() => Task.CompletedTask;
}
