using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Sasl;
using Amqp.Types;
using Diversion.Functions.Azure.Settings;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Tests.Azure.Delivery.Bus;

/// <summary>
/// A peer that speaks AMQP 1.0 as Service Bus does where our client meets it: tokens, one topic with duplicate
/// detection, batches, and faults by their real names. It is another implementation of AMQP than the client's.
/// </summary>
internal sealed class BusPeer : IDisposable
{
    /// <summary>What a topic of the standard tier takes at once, in bytes.</summary>
    private const ulong StandardTier = 256 * 1024;

    private readonly ContainerHost host;
    private readonly BusSockets sockets = new();
    private readonly List<BusMessage[]> transfers = [];
    private readonly List<BusMessage> kept = [];

    public BusPeer()
    {
        host = new ContainerHost(new Address("127.0.0.1", sockets.Port, null, null, "/", "amqp"));
        host.CustomTransports["amqp"] = sockets;
        host.Listeners[0].SASL.EnableMechanism(new Symbol("MSSBCBS"), SaslProfile.Anonymous);
        host.RegisterRequestProcessor("$cbs", new Tokens(this));
        host.RegisterLinkProcessor(new Topic(this));
        host.Open();
    }

    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{sockets.Port};SharedAccessKeyName=test;SharedAccessKey=test;UseDevelopmentEmulator=true;";

    /// <summary>As the app reads them.</summary>
    public ServiceBusSettings Settings => ServiceBusSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("ServiceBus", (string?)ConnectionString)]).Build());

    /// <summary>Most bytes of a transfer.</summary>
    public ulong Largest { get; init; } = StandardTier;

    /// <summary>How a token is answered: 202, or a refusal.</summary>
    public int TokenStatus { get; set; } = 202;

    /// <summary>Why the link to the topic is refused; null lets it in.</summary>
    public string? LinkRefusal { get; set; }

    /// <summary>What becomes of the n-th transfer, n from 1.</summary>
    public Func<int, BusMessage[], Verdict> Rule { get; set; } = (_, _) => new Verdict.Takes();

    /// <summary>Whatever reached the topic, one entry a transfer.</summary>
    public IReadOnlyList<BusMessage[]> Transfers => transfers;

    /// <summary>What a subscription gets: nothing twice.</summary>
    public IReadOnlyList<BusMessage> Kept => kept;

    /// <summary>How many messages were dropped because one of the same id had been taken.</summary>
    public int Repeats { get; private set; }

    public int Connections => sockets.Connections;

    public void Dispose()
    {
        sockets.Cut();
        host.Close();
    }

    private Verdict Take(Message transfer)
    {
        lock (transfers)
        {
            var messages = BusMessage.Of(transfer);
            transfers.Add(messages);
            var verdict = Rule(transfers.Count, messages);
            if (verdict is Verdict.Takes or Verdict.SaysNothing or Verdict.LosesLink { Kept: true } or Verdict.LosesConnection { Kept: true })
            {
                foreach (var message in messages)
                {
                    if (kept.Exists(one => one.Id == message.Id))
                    {
                        Repeats++;
                    }
                    else
                    {
                        kept.Add(message);
                    }
                }
            }

            return verdict;
        }
    }

    private sealed class Tokens(BusPeer bus) : IRequestProcessor
    {
        public int Credit => 100;

        public void Process(RequestContext requestContext)
        {
            Assert.Equal("put-token", requestContext.Message.ApplicationProperties["operation"]);
            requestContext.Complete(new Message
            {
                ApplicationProperties = new ApplicationProperties
                {
                    ["status-code"] = bus.TokenStatus,
                    ["status-description"] = bus.TokenStatus == 202 ? "Accepted" : "Refused by the test.",
                },
            });
        }
    }

    private sealed class Topic(BusPeer bus) : ILinkProcessor
    {
        public void Process(AttachContext attachContext)
        {
            var address = ((Target)attachContext.Attach.Target).Address.TrimStart('/');
            if (bus.LinkRefusal is { } refusal)
            {
                attachContext.Complete(new Verdict.Refuses(refusal).Error);
            }
            else if (address != "agreement-events")
            {
                attachContext.Complete(new Verdict.Refuses("amqp:not-found").Error);
            }
            else
            {
                attachContext.Attach.MaxMessageSize = bus.Largest;
                attachContext.Complete(new Link(bus), 1000);
            }
        }
    }

    private sealed class Link(BusPeer bus) : LinkEndpoint
    {
        public override void OnMessage(MessageContext messageContext)
        {
            switch (bus.Take(messageContext.Message))
            {
                case Verdict.Takes:
                    messageContext.Complete();
                    break;
                case Verdict.Refuses refusal:
                    messageContext.Complete(refusal.Error);
                    break;
                case Verdict.LosesLink:
                    messageContext.Link.Close(TimeSpan.Zero, new Error(new Symbol("amqp:link:detach-forced")) { Description = "Moved by the test." });
                    break;
                case Verdict.LosesConnection:
                    bus.sockets.Cut();
                    break;
            }
        }

        public override void OnFlow(FlowContext flowContext)
        {
            // Credit is the sender's matter.
        }

        public override void OnDisposition(DispositionContext dispositionContext)
        {
            // Nothing is sent from here.
        }
    }
}
