using System.Reflection;
using Diversion.Casework.Agreements;
using Diversion.Functions.Triggers;
using Diversion.Web;
using Diversion.Web.Settings;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Tests.Hosting;

public sealed class EventIdTests
{
    private static readonly Assembly[] Sources =
        [typeof(CaseworkService).Assembly, typeof(WebSettings).Assembly, typeof(OverdueSweep).Assembly, Assembly.Load("diversion")];

    /// <summary>Operators filter and count the log by event id.</summary>
    [Fact]
    public void Each_log_message_has_an_event_id_of_its_own()
    {
        var messages = Sources.SelectMany(source => source.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .ToLookup(message => message.EventId, message => message.Message);

        Assert.Equal(4, Sources.Distinct().Count());
        Assert.True(messages.Count > 20);
        Assert.All(messages, same => Assert.Single(same));
    }
}
