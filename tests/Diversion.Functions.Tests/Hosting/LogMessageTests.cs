using System.Reflection;
using System.Text.RegularExpressions;
using Diversion.Casework.Agreements;
using Diversion.Functions.Triggers;
using Diversion.Telemetry;
using Diversion.Web;
using Diversion.Web.Settings;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Tests.Hosting;

public sealed partial class LogMessageTests
{
    private static readonly Assembly[] Sources =
        [typeof(CaseworkService).Assembly, typeof(WebSettings).Assembly, typeof(OverdueSweep).Assembly, Assembly.Load("diversion")];

    private static readonly LoggerMessageAttribute[] Messages =
    [
        .. Sources.SelectMany(source => source.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>(),
    ];

    /// <summary>Operators filter and count the log by event id.</summary>
    [Fact]
    public void Each_log_message_has_an_event_id_of_its_own()
    {
        var messages = Messages.ToLookup(message => message.EventId, message => message.Message);

        Assert.Equal(4, Sources.Distinct().Count());
        Assert.True(messages.Count > 20);
        Assert.All(messages, same => Assert.Single(same));
    }

    /// <summary>Of each value in a log line somebody has decided whether it may leave the process.</summary>
    [Fact]
    public void Each_value_in_a_log_message_leaves_or_stays()
    {
        var names = Messages.SelectMany(message => Values().Matches(message.Message).Select(match => match.Groups["name"].Value)).Distinct().ToArray();

        Assert.Equal([], names.Where(name => LogValues.MayLeave(name) == LogValues.Staying.Contains(name)));
        Assert.Equal([], LogValues.Staying.Except(names));
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Values();
}
