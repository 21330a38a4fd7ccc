using Diversion.Casework.Serialization;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

/// <summary>What is wrong with JSON, as an answer.</summary>
internal static class JsonProblem
{
    public static Problem Of(JsonFault fault)
    {
        List<(string, object)> also = [];
        if (fault.Path is { } path)
        {
            also.Add(("path", path));
        }

        if (fault is { Line: { } line, Position: { } position })
        {
            also.Add(("line", line));
            also.Add(("position", position));
        }

        return Problems.Of(StatusCodes.Status400BadRequest, CodeOf(fault.Kind), fault.Text, [.. also]);
    }

    private static string CodeOf(JsonFaultKind kind) => kind switch
    {
        JsonFaultKind.Malformed => WebProblem.JsonMalformed,
        JsonFaultKind.Missing => WebProblem.PropertyMissing,
        JsonFaultKind.Unknown => WebProblem.PropertyUnknown,
        _ => WebProblem.ValueMalformed,
    };
}
