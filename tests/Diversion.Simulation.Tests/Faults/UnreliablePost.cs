using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>Mail, texts and messages as they arrive, whichever process sends them.</summary>
internal sealed class PostBox(FaultSource faults)
{
    /// <summary>A message that failed so often is taken, so that it is not given up where that would change the stream.</summary>
    private const int MostFailures = 5;

    private readonly Dictionary<string, int> failures = new(StringComparer.Ordinal);

    /// <summary>By message: the number of reasons to send it again that there were when it last arrived.</summary>
    private readonly Dictionary<string, int> arrived = new(StringComparer.Ordinal);

    /// <summary>Messages that arrived again although nothing had happened that explains it.</summary>
    public List<string> Needless { get; } = [];

    public bool Has(string id) => arrived.ContainsKey(id);

    public void Take(string id)
    {
        var rates = faults.Rates;
        if (failures.GetValueOrDefault(id) < MostFailures)
        {
            if (faults.Happens("message not taken", rates.NotTaken))
            {
                failures[id] = failures.GetValueOrDefault(id) + 1;
                throw new DeliveryFailedException("The simulated destination does not answer.");
            }

            if (faults.Happens("message never taken", rates.NeverTaken))
            {
                throw new DeliveryFailedException("The simulated recipient does not exist.", isFinal: true) { RecipientFails = true };
            }
        }

        // One process remembers what it could not store; another one does not know of it.
        var reasons = faults.Rates.TwoProcesses ? faults.Happened.Values.Sum() : faults.Times(SimulatedHost.Killed);
        if (arrived.TryGetValue(id, out var before) && before == reasons)
        {
            Needless.Add(id);
        }

        arrived[id] = reasons;
        if (failures.GetValueOrDefault(id) < MostFailures && faults.Happens("message taken, unanswered", rates.TakenUnanswered))
        {
            failures[id] = failures.GetValueOrDefault(id) + 1;
            arrived[id]--;
            throw new DeliveryFailedException("The simulated destination's answer was lost.");
        }
    }
}

/// <summary>One process's way to the destinations.</summary>
internal sealed class UnreliablePost(PostBox box, SimulatedHost host) : IMailer, ITexter, IPublisher
{
    public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default) => Take(mail.Id);

    public ValueTask Send(RenderedText text, CancellationToken cancellation = default) => Take(text.Id);

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => Take(notice.Id);

    private ValueTask Take(string id)
    {
        host.MayBeKilled();
        box.Take(id);
        host.MayBeKilled();
        return ValueTask.CompletedTask;
    }
}
