using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.DurableTask.Protobuf;

namespace Diversion.Azurite.Tests.Recording;

internal enum Verdict
{
    AsItIs,

    /// <summary>The engine hears that the activity failed.</summary>
    Failed,

    /// <summary>The engine hears that something falls due in some seconds.</summary>
    DueSoon,
}

/// <summary>Changes the answers of an instance's next activities as told.</summary>
internal sealed partial class ScriptedAnswers : Overheard
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Verdict>> scripts = new(StringComparer.Ordinal);

    public bool IsPlayed => scripts.Values.All(script => script.IsEmpty);

    public void Next(string instance, params IEnumerable<Verdict> verdicts) => scripts[instance] = new ConcurrentQueue<Verdict>(verdicts);

    protected override void Answer(ActivityResponse answer)
    {
        if (!scripts.TryGetValue(answer.InstanceId, out var script) || !script.TryDequeue(out var verdict))
        {
            return;
        }

        switch (verdict)
        {
            case Verdict.Failed:
                answer.Result = null;
                answer.FailureDetails = new TaskFailureDetails { ErrorType = typeof(TimeoutException).FullName, ErrorMessage = "The activity failed." };
                break;
            case Verdict.DueSoon:
                answer.Result = NextDue().Replace(answer.Result, $"\"NextDue\":\"{DateTime.UtcNow + Soon:O}\"");
                break;
        }
    }

    [GeneratedRegex("\"NextDue\":(null|\"[^\"]*\")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NextDue();
}
