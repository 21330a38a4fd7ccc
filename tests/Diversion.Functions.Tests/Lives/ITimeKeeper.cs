using Diversion.Casework;
using NodaTime;

namespace Diversion.Functions.Tests.Lives;

/// <summary>A host that lets time pass: the loop of one process, or the workflows.</summary>
internal interface ITimeKeeper
{
    CaseworkService Casework { get; }

    /// <summary>Everything that is due until then has happened.</summary>
    Task RunTo(Instant until);
}
