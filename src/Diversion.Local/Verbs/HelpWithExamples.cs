using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Diversion.Local.Verbs;

/// <summary>The usual help, then examples to copy, then what the exit codes mean.</summary>
internal sealed class HelpWithExamples(HelpAction usual, IReadOnlyList<Verb> verbs) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var asked = parseResult.CommandResult.Command;
        var examples = verbs.Concat(verbs.SelectMany(verb => verb.Below)).Where(verb => asked is RootCommand || verb.Command == asked)
            .SelectMany(verb => asked is RootCommand ? verb.Examples.Take(1) : verb.Examples)
            .ToArray();
        output.WriteLine("Examples:");
        foreach (var (line, does) in examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {does}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (number, meaning) in ExitCodes.All)
        {
            output.WriteLine($"  {number,3}  {meaning}");
        }

        return code;
    }
}
