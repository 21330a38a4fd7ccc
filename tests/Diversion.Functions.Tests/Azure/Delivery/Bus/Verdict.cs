using Amqp.Framing;
using Amqp.Types;

namespace Diversion.Functions.Tests.Azure.Delivery.Bus;

/// <summary>What the bus does with a transfer.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Takes : Verdict;

    /// <param name="Condition">Of AMQP or of Service Bus.</param>
    public sealed record Refuses(string Condition) : Verdict
    {
        public Error Error => new(new Symbol(Condition)) { Description = "Refused by the test." };
    }

    /// <summary>The link goes, and the answer with it.</summary>
    /// <param name="Kept">Whether the messages were taken before.</param>
    public sealed record LosesLink(bool Kept) : Verdict;

    /// <summary>The network goes, and the answer with it.</summary>
    /// <param name="Kept">Whether the messages were taken before.</param>
    public sealed record LosesConnection(bool Kept) : Verdict;

    /// <summary>It takes the messages and never answers.</summary>
    public sealed record SaysNothing : Verdict;
}
