using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Diversion.Functions.Tests.Azure.Storage.SkippingTestFramework", "Diversion.Functions.Tests")]

namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>
/// Reports a test that ends with <see cref="SkippedException"/> as skipped, with its reason. This version of xunit can only
/// skip a test for everybody, and inherited tests cannot be skipped for one class.
/// </summary>
public sealed class SkippingTestFramework(IMessageSink diagnostics) : XunitTestFramework(diagnostics)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions) =>
            base.RunTestCases(testCases, new Sink(executionMessageSink), executionOptions);
    }

    private sealed class Sink(IMessageSink results) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => results.OnMessage(
            message is ITestFailed failed && failed.ExceptionTypes[0] == typeof(SkippedException).FullName
                ? new TestSkipped(failed.Test, failed.Messages[0])
                : message);
    }
}
