//! The OpenAPI document: handlers describe themselves, commands come from the domain's list.

use axum::Json;
use muster_domain::Command;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Info, OpenApi, PathItem, Ref, Required, ResponseBuilder};
use utoipa::{PartialSchema, ToSchema};

use super::commands::Taken;
use super::endpoints::{Access, ENDPOINTS};
use super::problem::Problem;

/// The document, made from the code.
pub fn document() -> OpenApi {
    let (_, mut document) = super::api().split_for_parts();
    document.info = Info::new("Muster", env!("CARGO_PKG_VERSION"));
    document.info.description = Some(
        "Workforce and allocation of security cooperation: the picture, slates with reasons, coordination.".to_owned(),
    );
    let components = document.components.get_or_insert_default();
    components
        .add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("muster_session"))));
    components
        .add_security_scheme("portal", SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("muster_partner"))));
    for (name, schema) in [
        (Taken::name(), Taken::schema()),
        (Problem::name(), Problem::schema()),
        (<Command as ToSchema>::name(), <Command as PartialSchema>::schema()),
    ] {
        components.schemas.insert(name.into_owned(), schema);
    }
    for (name, title) in Command::KINDS {
        for (schema_name, schema) in Command::schema(name).unwrap_or_default() {
            document.components.get_or_insert_default().schemas.insert(schema_name, schema);
        }
        let operation = command_operation(name, title);
        document.paths.paths.insert(format!("/api/commands/{name}"), PathItem::new(HttpMethod::Post, operation));
    }
    document.paths.paths.insert("/api/changes".to_owned(), PathItem::new(HttpMethod::Get, changes_operation()));
    document.paths.paths.insert("/api/openapi.json".to_owned(), PathItem::new(HttpMethod::Get, document_operation()));
    finish(&mut document);
    document
}

/// Serves it.
pub(super) async fn serve() -> Json<OpenApi> {
    Json(document())
}

fn problem(description: &str) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
    ResponseBuilder::new().description(description).content("application/problem+json", content)
}

fn command_operation(name: &str, title: &str) -> OperationBuilder {
    let schemas = Command::schema(name).unwrap_or_default();
    let body = schemas.first().map(|(name, _)| Ref::from_schema_name(name));
    let header = |name: &str, description: &str, pattern: &str| {
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some(description))
            .schema(Some(ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern))))
    };
    let taken = ContentBuilder::new().schema(Some(Ref::from_schema_name(Taken::name()))).build();
    OperationBuilder::new()
        .operation_id(Some(name))
        .summary(Some(title))
        .tag("commands")
        .parameter(header(
            "Idempotency-Key",
            "A UUID: a retry with the same one gives the first answer.",
            "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        ))
        .parameter(header(
            "If-Match",
            "The ETag of the row as last read; a row changed since answers 412.",
            "^\"[0-9]{1,18}\"$",
        ))
        .request_body(Some(
            RequestBodyBuilder::new()
                .required(Some(Required::True))
                .content("application/json", ContentBuilder::new().schema(body).build())
                .build(),
        ))
        .response("200", ResponseBuilder::new().description("Taken and durable").content("application/json", taken))
        .response("4XX", problem("Refused, with the reason and what would mend it"))
        .response("503", problem("The journal cannot be written now; nothing was changed"))
}

fn changes_operation() -> OperationBuilder {
    let stream = ContentBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::String))).build();
    OperationBuilder::new()
        .operation_id(Some("changes"))
        .summary(Some("Live changes"))
        .tag("about")
        .response(
            "200",
            ResponseBuilder::new()
                .description("An event `moved` with the new position whenever the World moves on")
                .content("text/event-stream", stream),
        )
        .response("4XX", problem("Not signed in"))
}

fn document_operation() -> OperationBuilder {
    let any = ContentBuilder::new().schema(Some(ObjectBuilder::new())).build();
    OperationBuilder::new()
        .operation_id(Some("openapi"))
        .summary(Some("This document"))
        .tag("about")
        .response("200", ResponseBuilder::new().description("OpenAPI 3.1").content("application/json", any))
}

/// Names every operation after its method and path, and says of all but the public ones that they take a session.
fn finish(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        let operations = [&mut item.get, &mut item.post, &mut item.put, &mut item.delete, &mut item.patch];
        for (operation, method) in operations.into_iter().zip(["GET", "POST", "PUT", "DELETE", "PATCH"]) {
            let Some(operation) = operation else { continue };
            let named = path.trim_start_matches("/api/").trim_start_matches('/');
            let named = named.replace(['{', '}'], "").replace(['/', '.'], "_");
            operation.operation_id = Some(format!("{}_{named}", method.to_lowercase()));
            let access = ENDPOINTS.iter().find(|(m, p, _)| m.as_str() == method && *p == path.as_str());
            let scheme = match access.map(|(_, _, access)| access) {
                Some(Access::Public) => continue,
                Some(Access::Portal) => "portal",
                _ => "session",
            };
            operation.security = Some(vec![SecurityRequirement::new(scheme, Vec::<String>::new())]);
        }
    }
}
